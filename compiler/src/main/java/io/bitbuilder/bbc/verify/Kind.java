package io.bitbuilder.bbc.verify;

import java.util.List;

/**
 * A kind of file that systemd reads.
 *
 * @param name   what people call it: {@code service}, {@code network}, {@code networkd.conf}
 * @param types  types of the catalogue whose directives may stand in it, first match wins
 */
public record Kind(String name, List<String> types, Syntax syntax) {

    /** Copies. */
    public Kind {
        types = List.copyOf(types);
    }

    /** True for units: what the manager itself loads. */
    public boolean isUnit() {
        return types.contains("unit");
    }
}
