package io.bitbuilder.bbc.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.convert.RandomMetadata;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema against an independent validator: it is a schema, and refuses nothing that {@code bbc check} accepts. */
class SchemaLawsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(tree(MetadataSchema.text()));
    private static final SourceFile PLATFORM = new SourceFile("platform/p.bbc", Owner.PLATFORM, """
            platform p {
              host a { cpu = 640; memory = 2560GiB; storage = 40TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              image vm { source = raw("/var/lib/machines/vm.raw") }
              defaults container { image = debian }
              defaults machine { image = vm }
            }
            """);

    @Test
    void theSchemaIsValidAgainstItsMetaSchema() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        ObjectNode schema = (ObjectNode) tree(MetadataSchema.text());
        assertEquals(List.of(), meta.validate(schema));
        ((ObjectNode) schema.at("/properties/tenant")).put("required", "name");
        assertFalse(meta.validate(schema).isEmpty(), "the meta-schema accepts anything");
    }

    /** All files of that name in the project. */
    static Stream<Path> files() throws IOException {
        List<Path> found;
        try (Stream<Path> examples = Files.walk(Repository.path("examples"));
                Stream<Path> golden = Files.walk(Repository.path("golden"))) {
            found = Stream.concat(examples, golden)
                    .filter(path -> path.endsWith("metadata.json"))
                    .sorted()
                    .toList();
        }
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesOfTheProjectAreRefusedByBothOrNone(Path file) throws IOException {
        String text = Files.readString(file);
        Findings findings = new Findings();
        MetadataReader.read(new SourceFile("tenants/acme/metadata.json", Owner.PLATFORM, text), findings);
        assertEquals(findings.hasErrors(), isRefused(text), () -> findings.sorted() + "\n" + text);
    }

    @Property(tries = 200)
    void validFilesAreAccepted(@ForAll long seed) {
        String text = new RandomMetadata(seed).text();
        assertEquals(List.of(), SCHEMA.validate(tree(text)), text);
    }

    /** The finding is new: the valid file may have others, such as more memory than the host has. */
    @Property(tries = 300)
    void whatTheSchemaRefusesTheCheckRefuses(@ForAll long seed) {
        String before = new RandomMetadata(seed).text();
        ObjectNode document = (ObjectNode) tree(before);
        JsonMutation.apply(document, new Random(seed));
        String after = document.toString();
        if (isRefused(after)) {
            Set<String> found = findings(after);
            found.removeAll(findings(before));
            assertFalse(found.isEmpty(), () -> SCHEMA.validate(document) + "\n" + after);
        }
    }

    @Test
    void manyMutationsAreRefused() {
        int refused = 0;
        for (int seed = 0; seed < 200; seed++) {
            ObjectNode document = (ObjectNode) tree(new RandomMetadata(seed).text());
            JsonMutation.apply(document, new Random(seed));
            refused += SCHEMA.validate(document).isEmpty() ? 0 : 1;
        }
        assertTrue(refused > 100, "only " + refused + " of 200 mutations change the verdict");
    }

    private static Set<String> findings(String text) {
        JsonNode name = tree(text).at("/tenant/name");
        String folder = name.isTextual() && name.asText().matches("[a-z0-9-]+") ? name.asText() : "acme";
        SourceFile file = new SourceFile("tenants/" + folder + "/metadata.json", new Owner.Tenant(folder), text);
        Findings findings = new Findings();
        Compiler.check(new SourceSet(List.of(PLATFORM), List.of(file), List.of()), AllocationMode.FREE, findings);
        return findings.all().stream()
                .map(finding -> finding.code() + " " + finding.message())
                .collect(Collectors.toSet());
    }

    private static boolean isRefused(String text) {
        try {
            return !SCHEMA.validate(JSON.readTree(text)).isEmpty();
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
