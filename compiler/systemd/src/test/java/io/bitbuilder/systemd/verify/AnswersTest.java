package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers of systemd 262's own tools about small files, recorded: which lines they complain about, none ({@code -}), or
 * the file without a line ({@code file}, or {@code +} after lines). bbc must report the same; a complaint without a
 * line may be on any line.
 */
class AnswersTest {
    private static final int RELEASE = 262;

    private final Verifier verifier = Verifier.of(RELEASE);

    @ParameterizedTest
    @ValueSource(strings = {"units", "tmpfiles", "sysusers", "nspawn", "repart", "transfer", "daemons"})
    void bbcReportsTheLinesThatSystemdReports(String table) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> rows = rows(table);
        for (String row : rows) {
            String[] columns = row.split("\t", -1);
            String ours = lines(columns[0], unescape(columns[1]));
            boolean same = columns[2].equals("file")
                    ? !ours.equals("-")
                    : columns[2].endsWith("+")
                            ? Set.of(ours.split(","))
                                    .containsAll(
                                            List.of(columns[2].replace("+", "").split(",")))
                            : columns[2].equals(ours);
            if (!same) {
                wrong.add(row + "\t" + ours);
            }
        }
        assertTrue(rows.size() > 20, "the table is empty");
        assertEquals(List.of(), wrong);
    }

    private String lines(String path, String text) {
        Findings findings = new Findings();
        verifier.verify(List.of(new RawFile(path, text.getBytes(StandardCharsets.UTF_8))), false, findings);
        String lines = findings.sorted().stream()
                .filter(f -> f.code().effect().filter(e -> e == Effect.SILENT).isEmpty())
                .map(AnswersTest::line)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return lines.isEmpty() ? "-" : lines;
    }

    private static int line(Finding finding) {
        return ReportedLine.of(finding);
    }

    private static List<String> rows(String table) throws IOException {
        try (InputStream in = AnswersTest.class.getResourceAsStream("/verify/answers-" + table + ".tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            out.append(
                    c != '\\'
                            ? c
                            : switch (text.charAt(++at)) {
                                case 'n' -> '\n';
                                case 't' -> '\t';
                                case 'r' -> '\r';
                                case '0' -> '\0';
                                default -> text.charAt(at);
                            });
        }
        return out.toString();
    }
}
