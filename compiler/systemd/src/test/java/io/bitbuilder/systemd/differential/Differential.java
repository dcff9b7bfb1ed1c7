package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.oracle.OracleRoot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The comparison from a command line: {@code TYPE|all [COUNT [SEED]]} prints agreement and the groups of disagreement.
 */
final class Differential {
    private static final int COUNT = 1000;
    private static final int GROUPS = Integer.getInteger("bbc.differential.groups", 60);

    private Differential() {}

    static void main(String[] arguments) {
        String wanted = arguments.length > 0 ? arguments[0] : "all";
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : COUNT;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        List<FileType> types = Arrays.stream(FileType.values())
                .filter(type -> wanted.equals("all") || type.label().equals(wanted))
                .toList();
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types: all "
                    + Arrays.stream(FileType.values()).map(FileType::label).toList());
        }
        OracleRoot root = OracleRoot.made();
        Generator generator = new Generator(seed, Corpus.load(root), Catalogue.load());
        SampleRunner bench = new SampleRunner(root, Catalogue.NEWEST);
        List<SampleComparison> all = new ArrayList<>();
        StringBuilder table = new StringBuilder(AgreementTally.HEADER);
        for (FileType type : types) {
            List<SampleComparison> comparisons = bench.compare(generator.samples(type, count));
            table.append(AgreementTally.of(comparisons).row(type.label()));
            all.addAll(comparisons);
        }
        table.append(types.size() > 1 ? AgreementTally.of(all).row("all") : "");
        IO.print(DisagreementGroups.of(all).text(GROUPS));
        IO.print(table.toString());
    }
}
