package io.bitbuilder.systemd.conf;

import java.util.Set;

/**
 * The sections of a type of file.
 *
 * @param known names that are read; empty for files without sections
 * @param ignored names that systemd ignores silently, besides those that begin with {@code X-}
 */
public record Dialect(Set<String> known, Set<String> ignored) {
    /** Files without sections. */
    public static final Dialect FLAT = new Dialect(Set.of(), Set.of());

    /** Copies. */
    public Dialect {
        known = Set.copyOf(known);
        ignored = Set.copyOf(ignored);
    }

    /** Returns whether lines must be in a section. */
    public boolean hasSections() {
        return !known.isEmpty();
    }

    boolean isSilent(String section) {
        return section.startsWith("X-") || ignored.contains(section);
    }
}
