package io.bitbuilder.bbc.show;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of a table as text, columns aligned by blanks. */
final class AlignedRows {
    private AlignedRows() {}

    /** Returns the lines of rows with the same number of cells. */
    static String of(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(at -> rows.stream()
                        .mapToInt(row -> row.get(at).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                                .mapToObj(at -> row.get(at)
                                        + " ".repeat(widths[at] - row.get(at).length()))
                                .collect(Collectors.joining("  "))
                                .stripTrailing()
                        + "\n")
                .collect(Collectors.joining());
    }
}
