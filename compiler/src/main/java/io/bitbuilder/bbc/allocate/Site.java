package io.bitbuilder.bbc.allocate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform has to give.
 *
 * @param hosts sorted by name
 * @param pools by what they hold; those of a host are as large on every host
 * @param reserved ranges that no network may touch, each with who has it
 */
record Site(List<Room> hosts, Map<Resource, Space> pools, List<Reserved> reserved) {
    /** A range and who has it, {@code host node-a}. */
    record Reserved(Grant.Range4 range, String holder) {}

    /** Copies. */
    Site {
        hosts = List.copyOf(hosts);
        pools = Map.copyOf(pools);
        reserved = List.copyOf(reserved);
    }

    /** The pool of that resource; empty when its declaration is wrong. */
    Optional<Space> pool(Resource resource) {
        return Optional.ofNullable(pools.get(resource));
    }
}
