package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code golden/diagnostics} is a case: {@code input/} is compiled, and its findings must equal
 * {@code expected.txt}, byte for byte. With {@code -Dbbc.bless=true} the expectations are rewritten: read them before
 * committing.
 */
class DiagnosticsGoldenTest {
    private static final Path CASES = Repository.path("golden/diagnostics");
    private static final TextReport FORM = TextReport.of(false, true, Limits.DEFAULT);

    @TestFactory
    Stream<DynamicTest> cases() {
        return Repository.entries(CASES).stream()
                .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> check(c)));
    }

    @Test
    void aCaseHasAnInputAndAReport() {
        for (Path one : Repository.entries(CASES)) {
            assertTrue(Files.isDirectory(one.resolve("input")), one + " has no input/");
            for (Path entry : Repository.entries(one)) {
                String name = entry.getFileName().toString();
                assertTrue(name.equals("input") || name.equals("expected.txt"), entry + " belongs to no case");
            }
        }
    }

    private static void check(Path folder) throws IOException {
        String actual = FORM.print(CheckRun.folder(folder.resolve("input")));
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bbc.bless")) {
            Files.write(expected, actual.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(Files.exists(expected), expected + " is missing; see docs/testing.md");
        assertEquals(Files.readString(expected), actual);
    }
}
