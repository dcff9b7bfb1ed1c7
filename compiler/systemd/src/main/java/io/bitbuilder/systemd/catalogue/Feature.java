package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.fault.InternalFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ability of systemd that is not a directive, word, specifier, option or system call: a row of
 * {@code stdlib/catalogue/features.tsv}.
 *
 * @param name name of the row
 * @param since first release that has it
 */
public record Feature(String name, int since) {
    private static final String TABLE = "features.tsv";
    private static final int COLUMNS = 3;

    /** Reads the table on first use. */
    private static final class Holder {
        static final Map<String, Feature> ALL = CatalogueTable.rows(TABLE, COLUMNS).stream()
                .map(row -> new Feature(row.get(0), Integer.parseInt(row.get(1))))
                .collect(Collectors.toUnmodifiableMap(Feature::name, f -> f));
    }

    /**
     * Returns the feature of a name.
     *
     * @throws InternalFault if the table has none
     */
    public static Feature of(String name) {
        return Optional.ofNullable(Holder.ALL.get(name))
                .orElseThrow(() -> new InternalFault(TABLE + " has no feature " + name));
    }

    /** Returns all features by name. */
    public static List<Feature> all() {
        return Holder.ALL.values().stream()
                .sorted((a, b) -> a.name.compareTo(b.name))
                .toList();
    }

    /** Returns whether a release has it. */
    public boolean isIn(int release) {
        return since <= release;
    }
}
