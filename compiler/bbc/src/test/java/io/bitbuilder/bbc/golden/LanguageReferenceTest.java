package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.eval.FunctionNames;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/language.md}: the example of expressions has no finding, and every function is in the table. */
class LanguageReferenceTest {
    private static String section() throws IOException {
        String page = Files.readString(Repository.path("docs/language.md"));
        int start = page.indexOf("## Expressions and types");
        return page.substring(start, page.indexOf("\n## ", start + 1));
    }

    @Test
    void theExampleHasNoFinding() throws IOException {
        assertEquals(List.of(), CodeExample.of(section()).orElseThrow().check());
    }

    @Test
    void everyFunctionIsThere() throws IOException {
        String section = section();
        for (String name : FunctionNames.all()) {
            assertTrue(section.contains("`" + name + "("), name);
        }
    }
}
