package io.bitbuilder.systemd.object;

import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.Dialect;
import java.util.Optional;
import java.util.Set;

/**
 * The second pass over a .netdev file. networkd first reads the sections of all devices and then, once kind and name
 * are known, the whole file again with the sections of that kind; all others are unknown. Without a kind or a name
 * there is no second pass.
 */
public final class NetdevSecondPass {
    private NetdevSecondPass() {}

    /** Returns the sections of the second pass; empty when there is none. */
    public static Optional<Dialect> of(ConfigObject first, LineChecker checker) {
        if (first.kind() != FileKind.NETDEV) {
            return Optional.empty();
        }
        EffectiveSettings common = EffectiveSettings.of(first, checker).in("NetDev");
        return common.first("Kind")
                .map(Assignment::value)
                .filter(kind -> common.has("Name"))
                .map(k -> checker.catalogue().sections(FileKind.NETDEV.word() + ":" + k, checker.target()))
                .filter(sections -> !sections.isEmpty())
                .map(sections -> new Dialect(sections, Set.of()));
    }
}
