package io.bitbuilder.systemd.object;

import java.util.List;

/**
 * Type of files that systemd reads.
 *
 * @param name such as {@code service}, {@code network}, {@code networkd.conf}
 * @param types types of the catalogue whose directives are valid in it, first match wins
 * @param syntax notation of the file: sections, or one of the tables
 */
public record FileKind(String name, List<String> types, FileSyntax syntax) {

    /** Copies the list. */
    public FileKind {
        types = List.copyOf(types);
    }

    /** Returns true for units, which the manager itself loads. */
    public boolean isUnit() {
        return types.contains("unit");
    }
}
