package io.bitbuilder.bbc.verify;

import java.util.List;

/**
 * Type of files that systemd reads.
 *
 * @param name   such as {@code service}, {@code network}, {@code networkd.conf}
 * @param types  types of the catalogue whose directives are valid in it, first match wins
 */
public record Kind(String name, List<String> types, Syntax syntax) {

    /** Copies the list. */
    public Kind {
        types = List.copyOf(types);
    }

    /** Returns true for units, which the manager itself loads. */
    public boolean isUnit() {
        return types.contains("unit");
    }
}
