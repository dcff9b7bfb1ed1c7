package io.bitbuilder.bbc.verify;

import java.util.Set;
import java.util.TreeSet;

/** Sections that systemd's parsers leave out without a word, beside those that begin with {@code X-}. */
final class SilentSections {
    /** What networkd reads of a .netdev file at first, to learn of which kind the device is. */
    private static final Set<String> COMMON = Set.of("Match", "NetDev");

    private SilentSections() {}

    /** Those among the sections of a kind of file. */
    static Set<String> of(Kind kind, Set<String> sections) {
        if (!kind.name().equals(NetdevReading.NETDEV)) {
            return Set.of();
        }
        Set<String> silent = new TreeSet<>(sections);
        silent.removeAll(COMMON);
        return silent;
    }
}
