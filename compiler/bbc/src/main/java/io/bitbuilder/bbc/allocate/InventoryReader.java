package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.PortRange;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources of the platform. */
final class InventoryReader {
    private static final Percent WHOLE = new Percent(10_000);

    private InventoryReader() {}

    static Inventory read(Block platform) {
        List<HostCapacity> hosts = new ArrayList<>();
        List<Inventory.Reserved> reserved = new ArrayList<>();
        platform.plan("reserved")
                .map(ranges -> members(ranges, Subnet4.class))
                .ifPresent(ranges -> ranges.forEach(
                        range -> reserved.add(new Inventory.Reserved(new Grant.Range4(range), "the platform"))));
        Map<String, List<PortRange>> ports = new HashMap<>();
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Block host : platform.blocks("host")) {
            labels.put(host.name(), labels(host));
            host.plan("reserved-ports").ifPresent(p -> ports.put(host.name(), members(p, PortRange.class)));
            if (isUndescribed(host)) {
                hosts.add(HostCapacity.unlimited(host.name()));
                continue;
            }
            hosts.add(room(host));
            host.plan("address", InterfaceAddress.class)
                    .ifPresent(a ->
                            reserved.add(new Inventory.Reserved(new Grant.Range4(a.subnet()), "host " + host.name())));
        }
        if (hosts.isEmpty()) {
            hosts.add(HostCapacity.unlimited("localhost"));
        }
        return new Inventory(hosts, pools(platform), reserved, ports, labels, TenantLimits.of(platform));
    }

    private static Map<String, String> labels(Block host) {
        Map<String, String> labels = new HashMap<>();
        if (host.plan("labels").orElse(Value.NONE) instanceof Value.Entries(var entries)) {
            entries.forEach((label, value) -> labels.put(label, ValueFormatter.text(value)));
        }
        return labels;
    }

    /** Returns the scalars of a set; invalid ones have been reported. */
    private static <T> List<T> members(Value set, Class<T> type) {
        List<T> all = new ArrayList<>();
        if (set instanceof Value.Members(List<Value> members)) {
            for (Value member : members) {
                if (member instanceof Value.Scalar(Object of) && type.isInstance(of)) {
                    all.add(type.cast(of));
                }
            }
        }
        return all;
    }

    /**
     * Returns whether the host is the built-in one, which represents an undescribed machine: it has unlimited room and
     * no known link.
     */
    private static boolean isUndescribed(Block host) {
        return host.span().file().owner() instanceof Owner.Std;
    }

    private static HostCapacity room(Block host) {
        return new HostCapacity(
                host.name(),
                percent(host, "cpu")
                        .of(host.plan("cpu", Cpu.class).map(Cpu::millis).orElse(Long.MAX_VALUE)),
                percent(host, "memory").of(bytes(host, "memory")),
                percent(host, "storage").of(bytes(host, "storage")),
                host.plan("architecture", String.class).orElse(""));
    }

    private static Percent percent(Block host, String resource) {
        return host.plan("overcommit." + resource, Percent.class).orElse(WHOLE);
    }

    private static long bytes(Block host, String field) {
        return host.plan(field, Size.class).map(Size::bytes).orElse(Long.MAX_VALUE);
    }

    private static Map<ResourceKind, SlotSpace> pools(Block platform) {
        Map<ResourceKind, SlotSpace> pools = new EnumMap<>(ResourceKind.class);
        pools.put(ResourceKind.MAC, new SlotSpace.Macs());
        for (Block pool : platform.blocks("pool")) {
            switch (pool.name()) {
                case "subnets4" -> subnets4(pool).ifPresent(s -> pools.put(ResourceKind.SUBNET4, s));
                case "subnets6" -> subnets6(pool).ifPresent(s -> pools.put(ResourceKind.SUBNET6, s));
                case "uids" -> range(pool).ifPresent(r -> pools.put(ResourceKind.UIDS, new SlotSpace.Blocks(r)));
                case "cids" ->
                    range(pool).ifPresent(r -> pools.put(ResourceKind.CID, new SlotSpace.Numbers("cids", r)));
                case "ports" ->
                    range(pool).ifPresent(r -> {
                        pools.put(ResourceKind.PORT_TCP, new SlotSpace.Numbers("ports", r));
                        pools.put(ResourceKind.PORT_UDP, new SlotSpace.Numbers("ports", r));
                    });
                default -> {}
            }
        }
        pools.values().removeIf(space -> space.size() <= 0);
        return pools;
    }

    private static Optional<IntRange> range(Block pool) {
        return pool.plan("range", IntRange.class);
    }

    private static Optional<SlotSpace> subnets4(Block pool) {
        Optional<Long> prefix = pool.plan("prefix", Long.class);
        return pool.plan("from", Subnet4.class)
                .flatMap(from -> prefix.map(p -> new SlotSpace.Subnets4(from, p.intValue())));
    }

    private static Optional<SlotSpace> subnets6(Block pool) {
        Optional<Long> prefix = pool.plan("prefix", Long.class);
        return pool.plan("from6", Subnet6.class)
                .flatMap(from -> prefix.map(p -> new SlotSpace.Subnets6(from, p.intValue())));
    }
}
