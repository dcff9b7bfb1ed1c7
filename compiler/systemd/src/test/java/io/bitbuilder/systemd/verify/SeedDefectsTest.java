package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code bbc verify} names each of the 29 known defects of the templates at its line, with a fix. The last column of
 * the table in the example's README is its finding; {@code -Dbbc.bless=true} rewrites it.
 */
class SeedDefectsTest {
    private static final Path FOLDER = Repository.path("examples/seed-defects");
    private static final Path README = FOLDER.resolve("README.md");
    private static final Pattern ROW = Pattern.compile(
            "\\| (?<defect>D\\d+) \\| (?<path>\\S+):(?<line>\\d+) \\| (?<code>SYS\\d+) \\|(?<text>.*)\\|");

    private static List<Finding> findings = List.of();

    @BeforeAll
    static void verify() {
        findings = VerifiedTree.findings(FOLDER);
    }

    @Test
    void theTableHasAllDefects() throws IOException {
        List<String> defects = rows().stream().map(row -> row.group("defect")).toList();
        assertEquals(IntStream.rangeClosed(1, 29).mapToObj(n -> "D" + n).toList(), defects);
    }

    @TestFactory
    List<DynamicTest> defects() throws IOException {
        if (Boolean.getBoolean("bbc.bless")) {
            bless();
        }
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.group("defect"), () -> check(row)))
                .toList();
    }

    private static void check(Matcher row) {
        Finding finding = find(row)
                .orElseThrow(() -> new AssertionError(
                        row.group("code") + " is not said of " + row.group("path") + ":" + row.group("line")));
        assertFalse(finding.fixes().isEmpty(), "the finding has no fix");
        assertEquals(row.group("text").strip(), text(finding));
    }

    private static Optional<Finding> find(Matcher row) {
        return findings.stream()
                .filter(f -> f.code().id().equals(row.group("code")))
                .filter(f -> f.primary().span().file().path().equals(row.group("path"))
                        && f.primary().span().line() == Integer.parseInt(row.group("line")))
                .findFirst();
    }

    private static String text(Finding finding) {
        return (finding.message() + "; fix: " + finding.fixes().getFirst().text()).replace("|", "\\|");
    }

    private static List<Matcher> rows() throws IOException {
        return Files.readString(README)
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static void bless() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readString(README).lines().toList()) {
            Matcher row = ROW.matcher(line);
            Optional<Finding> finding =
                    row.matches() ? find(row).filter(f -> !f.fixes().isEmpty()) : Optional.empty();
            lines.add(finding.map(f -> line.substring(0, row.start("text")) + " " + text(f) + " |")
                    .orElse(line));
        }
        Files.writeString(README, String.join("\n", lines) + "\n");
    }
}
