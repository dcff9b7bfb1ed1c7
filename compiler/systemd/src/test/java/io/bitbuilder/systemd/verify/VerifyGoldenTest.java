package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code golden/verify} is a case: {@code input/} is verified as a whole tree, and what is said about
 * it must be {@code expected.txt} and {@code expected.json}, byte for byte. {@code -Dbbc.bless=true} writes both.
 */
class VerifyGoldenTest {
    private static final Path CASES = Repository.path("golden/verify");
    private static final TextReport FORM = TextReport.of(false, true, Limits.DEFAULT);

    @TestFactory
    Stream<DynamicTest> cases() {
        return Repository.entries(CASES).stream()
                .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> check(c)));
    }

    @Test
    void aCaseHasAnInputAndTwoReports() {
        for (Path one : Repository.entries(CASES)) {
            assertEquals(
                    List.of("expected.json", "expected.txt", "input"),
                    Repository.entries(one).stream()
                            .map(p -> p.getFileName().toString())
                            .toList(),
                    one.toString());
        }
    }

    private static void check(Path folder) throws IOException {
        List<Finding> findings = VerifiedTree.findings(folder.resolve("input"));
        check(folder.resolve("expected.txt"), FORM.print(findings));
        check(folder.resolve("expected.json"), JsonReport.print(findings, Limits.DEFAULT));
    }

    private static void check(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("bbc.bless")) {
            Files.write(expected, actual.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(Files.exists(expected), expected + " is missing; see docs/testing.md");
        assertEquals(Files.readString(expected), actual);
    }
}
