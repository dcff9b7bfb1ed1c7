package io.bitbuilder.bbc.allocate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources of the platform.
 *
 * @param hosts sorted by name
 * @param pools by resource; pools of a host have the same size on every host
 * @param reserved ranges that no network may overlap, each with its holder
 */
record Site(List<Room> hosts, Map<Resource, Space> pools, List<Reserved> reserved) {
    /** Range and its holder, {@code host node-a}. */
    record Reserved(Grant.Range4 range, String holder) {}

    /** Copies. */
    Site {
        hosts = List.copyOf(hosts);
        pools = Map.copyOf(pools);
        reserved = List.copyOf(reserved);
    }

    /** Returns the pool of a resource; empty when its declaration is invalid. */
    Optional<Space> pool(Resource resource) {
        return Optional.ofNullable(pools.get(resource));
    }
}
