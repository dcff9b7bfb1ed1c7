package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.oracle.OracleRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the verdicts of systemd and of bbc on single values: {@code TYPE SECTION KEY} as arguments and one value per
 * line on standard input; or no arguments and {@code type<TAB>section<TAB>key<TAB>value} lines.
 */
final class CompareValues {
    private static final int COLUMNS = 4;

    private CompareValues() {}

    static void main(String[] arguments) throws IOException {
        OracleRoot root = OracleRoot.made();
        Generator generator = new Generator(0, Corpus.load(root), Catalogue.load());
        SampleRunner bench = new SampleRunner(root, Catalogue.NEWEST);
        List<String[]> rows = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        in.lines()
                .forEach(line -> rows.add(
                        arguments.length == COLUMNS - 1
                                ? new String[] {arguments[0], arguments[1], arguments[2], line}
                                : line.split("\t", COLUMNS)));
        for (FileType type : FileType.values()) {
            List<Sample> samples = new ArrayList<>();
            List<String[]> asked =
                    rows.stream().filter(row -> row[0].equals(type.label())).toList();
            asked.forEach(row -> samples.add(
                    generator.line(type, Sample.id(samples.size()), row[1], row[2], TestResource.bytes(row[3]))));
            List<SampleComparison> comparisons = bench.compare(samples);
            for (int n = 0; n < asked.size(); n++) {
                print(asked.get(n), comparisons.get(n));
            }
        }
    }

    private static void print(String[] row, SampleComparison comparison) {
        boolean systemd = comparison.systemd().complains();
        boolean bbc = comparison.bbc().complains();
        String agreement = comparison.disagreements().isEmpty() ? "same" : "DIFFERENT";
        IO.println(String.join(
                "\t",
                Arrays.asList(
                        agreement,
                        systemd ? "bad" : "good",
                        bbc ? "bad" : "good",
                        row[2] + "=" + row[3],
                        comparison.systemd().all().replace('\n', ' '),
                        comparison.bbc().all().replace('\n', ' '))));
    }
}
