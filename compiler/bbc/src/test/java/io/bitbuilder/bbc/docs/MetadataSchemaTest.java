package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.jsonschema.MetadataSchema;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/metadata.schema.json} is what {@code bbc schema} prints; {@code -Dbbc.bless=true} rewrites it. */
class MetadataSchemaTest {
    @Test
    void thePublishedSchemaIsPresent() throws IOException {
        Path page = Repository.path("docs/metadata.schema.json");
        String generated = MetadataSchema.text();
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(page, generated);
        }
        assertEquals(Files.readString(page), generated, "see docs/testing.md for how to bless");
    }
}
