package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.LineChecker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Recorded messages of networkd and udev (systemd 262) about values and files of .network, .netdev and .link: bbc must
 * report the same.
 */
class NetworkAnswersTest {
    private static final String ANYWHERE = "*";

    private final LineChecker checker = new LineChecker(Catalogue.load(), ValueGrammars.load(), Catalogue.NEWEST);

    /** One value a row; {@code bad} when a warning was logged with the number of its line. */
    @Test
    void bbcReportsTheValuesThatSystemdReports() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> rows =
                text("/directive/answers-networks.tsv").lines().skip(1).toList();
        for (String row : rows) {
            String[] columns = row.split("\t", -1);
            if (!ours(columns).equals(columns[4])) {
                wrong.add(row);
            }
        }
        assertTrue(rows.size() > 1500, "the table is short");
        assertEquals(List.of(), wrong);
    }

    private String ours(String[] columns) {
        String name = "d1." + columns[0];
        Directive directive = checker.find(
                        FileKinds.of("systemd/network/" + name).orElseThrow(), columns[1], columns[2])
                .orElseThrow();
        boolean advised = directive.lifespan().deprecatedIn(checker.target());
        return advised || checker.judge(directive, name, columns[3]).stream().anyMatch(c -> c.effect() != Effect.SILENT)
                ? "bad"
                : "good";
    }

    /** Whole files after {@code === name lines}; a star is a warning without a line. */
    @Test
    void bbcReportsTheLinesOfFilesThatSystemdReports() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> samples = Stream.of(text("/verify/answers-networks.txt").split("(?m)^=== "))
                .filter(s -> !s.isBlank())
                .toList();
        for (String sample : samples) {
            String[] head = sample.substring(0, sample.indexOf('\n')).split(" ");
            List<String> expected = List.of(head).subList(1, head.length);
            SortedSet<String> found = found(head[0], sample.substring(sample.indexOf('\n') + 1));
            boolean all = found.containsAll(
                    expected.stream().filter(line -> !line.equals(ANYWHERE)).toList());
            boolean more = found.size()
                    > expected.stream().filter(line -> !line.equals(ANYWHERE)).count();
            if (!all || more && !expected.contains(ANYWHERE) || found.isEmpty() && !expected.isEmpty()) {
                wrong.add(head[0] + ": " + expected + " but " + found);
            }
        }
        assertTrue(samples.size() > 150, "there are few files");
        assertEquals(List.of(), wrong);
    }

    private static SortedSet<String> found(String name, String text) {
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(
                        List.of(new RawFile("etc/systemd/network/" + name, text.getBytes(StandardCharsets.UTF_8))),
                        false,
                        findings);
        SortedSet<String> lines = new TreeSet<>();
        findings.sorted().stream()
                .filter(f -> f.code().effect().filter(e -> e != Effect.SILENT).isPresent())
                .map(Finding::primary)
                .forEach(label -> lines.add(String.valueOf(label.span().line())));
        return lines;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = NetworkAnswersTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
