package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.core.scalar.PortRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources of the platform.
 *
 * @param hosts sorted by name
 * @param pools by resource; pools of a host have the same size on every host
 * @param reserved ranges that no network may overlap, each with its holder
 * @param reservedPorts ports of the services of each host
 * @param labels words about each host, by label
 * @param limits maximum of each tenant
 */
record Inventory(
        List<HostCapacity> hosts,
        Map<ResourceKind, SlotSpace> pools,
        List<Reserved> reserved,
        Map<String, List<PortRange>> reservedPorts,
        Map<String, Map<String, String>> labels,
        TenantLimits limits) {
    /** Range and its holder, {@code host node-a}. */
    record Reserved(Grant.Range4 range, String holder) {}

    /** Copies. */
    Inventory {
        hosts = List.copyOf(hosts);
        pools = Map.copyOf(pools);
        reserved = List.copyOf(reserved);
        reservedPorts = Map.copyOf(reservedPorts);
        labels = Map.copyOf(labels);
    }

    /** Returns the pool of a resource; empty when its declaration is invalid. */
    Optional<SlotSpace> pool(ResourceKind resource) {
        return Optional.ofNullable(pools.get(resource));
    }
}
