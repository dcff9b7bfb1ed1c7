package io.bitbuilder.systemd.object;

import java.util.Set;
import java.util.TreeSet;

/** Sections that systemd's parsers ignore silently, besides those that begin with {@code X-}. */
final class IgnoredSections {
    /** Sections of a .netdev file that networkd reads in its first pass, to determine the kind of the device. */
    private static final Set<String> COMMON = Set.of("Match", "NetDev");

    private IgnoredSections() {}

    /** Returns those among the sections of a kind of file. */
    static Set<String> of(FileKind kind, Set<String> sections) {
        if (kind != FileKind.NETDEV) {
            return Set.of();
        }
        Set<String> silent = new TreeSet<>(sections);
        silent.removeAll(COMMON);
        return silent;
    }
}
