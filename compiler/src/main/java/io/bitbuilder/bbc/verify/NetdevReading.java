package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.Dialect;
import java.util.Optional;
import java.util.Set;

/**
 * The second reading of a .netdev file. networkd reads what all devices have, and then, when kind and name are known, the whole
 * file once more with the sections of that kind: others are unknown to it. Without a kind or a name the rest is never read.
 */
final class NetdevReading {
    static final String NETDEV = "netdev";

    private NetdevReading() {}

    /** The sections for the second reading; none when there is none. */
    static Optional<Dialect> of(Loaded first, Lines lines) {
        if (!first.kind().name().equals(NETDEV)) {
            return Optional.empty();
        }
        EffectiveSettings common = EffectiveSettings.of(first, lines).in("NetDev");
        return common.first("Kind").map(Assignment::value).filter(kind -> common.has("Name"))
                .map(k -> lines.catalogue().sections(NETDEV + ":" + k, lines.target()))
                .filter(sections -> !sections.isEmpty())
                .map(sections -> new Dialect(sections, Set.of()));
    }
}
