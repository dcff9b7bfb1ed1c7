package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Share of the findings that have a fix for the very line, by code. {@code -Dbbc.advice=FOLDER:FOLDER} prints the table
 * for real trees.
 */
class AdviceShareTest {
    private static final double GOAL = 0.8;
    private static final String FOLDERS = System.getProperty("bbc.advice", "");

    /** Codes with fewer findings have no share. */
    private static final int FEW = 20;

    /** Fixes that fit any line of a code. */
    private static final List<String> GENERAL =
            List.of("write a valid value", "remove the line, or begin", "remove the section, or begin");

    private static final String NOTHING = "remove the line";

    private static final Set<String> FORMS = CatalogueTable.rows("forms.tsv", 2).stream()
            .map(row -> "write " + row.getLast())
            .collect(Collectors.toCollection(TreeSet::new));

    /** What the first fix of a finding says. */
    private enum Advice {
        /** The edit of the line. */
        EDIT,
        /** Words about the line. */
        SPECIFIC,
        /** The form of all values of the directive. */
        FORM,
        /** Words that fit any line, or none. */
        GENERAL;

        static Advice of(Finding finding) {
            Fix fix = finding.fixes().stream().findFirst().orElse(Fix.of(NOTHING));
            if (!fix.edits().isEmpty()) {
                return EDIT;
            }
            boolean general = fix.text().equals(NOTHING)
                    || AdviceShareTest.GENERAL.stream().anyMatch(fix.text()::startsWith);
            return general ? GENERAL : FORMS.contains(fix.text()) ? FORM : SPECIFIC;
        }
    }

    private static SortedMap<String, Map<Advice, Integer>> byCode(List<Finding> findings) {
        SortedMap<String, Map<Advice, Integer>> all = new TreeMap<>();
        findings.forEach(f -> all.computeIfAbsent(f.code().id(), code -> new EnumMap<>(Advice.class))
                .merge(Advice.of(f), 1, Integer::sum));
        return all;
    }

    private static int count(Map<Advice, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double share(Map<Advice, Integer> counts) {
        return 1 - counts.getOrDefault(Advice.GENERAL, 0) / (double) count(counts);
    }

    private static String table(SortedMap<String, Map<Advice, Integer>> all) {
        StringBuilder table = new StringBuilder("code\tfindings\tedit\tspecific\tform\tgeneral\tshare\n");
        all.forEach((code, counts) -> {
            table.append(code).append('\t').append(count(counts));
            Stream.of(Advice.values()).forEach(advice -> table.append('\t').append(counts.getOrDefault(advice, 0)));
            table.append(String.format(Locale.ROOT, "\t%.0f %%%n", 100 * share(counts)));
        });
        return table.toString();
    }

    /** The lines that systemd was asked about, most of them wrong. */
    private static List<Finding> answers() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Verifier verifier = Verifier.of(Catalogue.NEWEST);
        for (String table : List.of("answers-units.tsv", "answers-networks.tsv")) {
            for (String row : text("/directive/" + table).lines().skip(1).toList()) {
                String[] columns = row.split("\t", -1);
                String type = columns[0].equals("unit") ? "service" : columns[0];
                String path = type.endsWith(".conf") ? "etc/systemd/" + type : "a." + type;
                String lines = "[" + columns[1] + "]\n" + columns[2] + "=" + columns[3] + "\n";
                Findings found = new Findings();
                verifier.verify(List.of(new RawFile(path, lines.getBytes(StandardCharsets.UTF_8))), false, found);
                findings.addAll(found.sorted());
            }
        }
        return findings;
    }

    @Test
    void mostFindingsHaveAFixForTheirLine() throws IOException {
        SortedMap<String, Map<Advice, Integer>> all = byCode(answers());
        print(all);
        assertEquals(
                List.of(),
                all.entrySet().stream()
                        .filter(e -> count(e.getValue()) >= FEW && share(e.getValue()) < GOAL)
                        .map(Map.Entry::getKey)
                        .toList(),
                () -> table(all));
    }

    @Test
    void printsTheSharesOfRealTrees() {
        print(byCode(Stream.of(FOLDERS.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> VerifiedTree.findings(Path.of(folder)).stream())
                .toList()));
    }

    private static void print(SortedMap<String, Map<Advice, Integer>> all) {
        if (!FOLDERS.isEmpty()) {
            System.out.print(table(all));
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = AdviceShareTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
