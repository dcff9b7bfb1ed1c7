package io.bitbuilder.bbc.resolve;

import java.util.List;
import java.util.Optional;

/**
 * Fields and blocks that could have no effect, with the reason, from {@code stdlib/unsupported.tsv}.
 *
 * @param kinds kinds that it is expected in, separated by commas
 * @param path of the field or block in its kind
 */
record UnsupportedMember(List<String> kinds, String path, String why, String fix) {
    private static final int COLUMNS = 4;

    /** Returns the row of a member. */
    static Optional<UnsupportedMember> of(String kind, String path) {
        return StdlibTable.rows("unsupported.tsv", COLUMNS).stream()
                .map(c -> new UnsupportedMember(List.of(c.get(0).split(",")), c.get(1), c.get(2), c.get(3)))
                .filter(row -> row.kinds.contains(kind) && row.path.equals(path))
                .findFirst();
    }
}
