package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Name that another language has for a field or block, from {@code stdlib/synonyms.tsv}.
 *
 * @param kinds kinds that it is expected in, separated by commas
 * @param path of the name in its kind, with hyphens
 * @param name of the member that takes the same values; empty if the notation differs
 * @param line the line to write
 */
record Synonym(List<String> kinds, String path, String name, String line) {
    private static final int COLUMNS = 4;

    /** Returns the row of a name. */
    static Optional<Synonym> of(String kind, String path) {
        String wanted = path.replace('_', '-').toLowerCase(Locale.ROOT);
        return StdlibTable.rows("synonyms.tsv", COLUMNS).stream()
                .map(c -> new Synonym(List.of(c.get(0).split(",")), c.get(1), c.get(2), c.get(3)))
                .filter(row -> row.kinds.contains(kind) && row.path.equals(wanted))
                .findFirst();
    }

    /** Returns the fix at the place of the name. */
    Fix fix(Span span) {
        return name.isEmpty()
                ? Fix.of("write `" + line + "`")
                : Fix.certain("write `" + name + "`", new TextEdit(span, name));
    }
}
