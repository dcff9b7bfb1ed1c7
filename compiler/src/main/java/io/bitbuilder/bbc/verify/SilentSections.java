package io.bitbuilder.bbc.verify;

import java.util.Set;

/** Sections that systemd's parsers leave out without a word, beside those that begin with {@code X-}. */
final class SilentSections {
    private SilentSections() {}

    static Set<String> of(Kind kind) {
        return Set.of();
    }
}
