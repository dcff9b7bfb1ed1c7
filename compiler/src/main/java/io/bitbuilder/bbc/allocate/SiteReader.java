package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.source.Owner;
import io.bitbuilder.bbc.value.Cpu;
import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.InterfaceAddress;
import io.bitbuilder.bbc.value.Percent;
import io.bitbuilder.bbc.value.Size;
import io.bitbuilder.bbc.value.Subnet4;
import io.bitbuilder.bbc.value.Subnet6;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources of the platform. */
final class SiteReader {
    private static final Percent WHOLE = new Percent(10_000);

    private SiteReader() {}

    static Site read(Block platform) {
        List<Room> hosts = new ArrayList<>();
        List<Site.Reserved> reserved = new ArrayList<>();
        platform.plan("reserved").ifPresent(ranges -> reserve(ranges, reserved));
        for (Block host : platform.blocks("host")) {
            if (isUndescribed(host)) {
                hosts.add(Room.unlimited(host.name()));
                continue;
            }
            hosts.add(room(host));
            host.plan("address", InterfaceAddress.class)
                    .ifPresent(a -> reserved.add(new Site.Reserved(new Grant.Range4(a.subnet()), "host " + host.name())));
        }
        if (hosts.isEmpty()) {
            hosts.add(Room.unlimited("localhost"));
        }
        return new Site(hosts, pools(platform), reserved);
    }

    private static void reserve(Value ranges, List<Site.Reserved> reserved) {
        if (ranges instanceof Value.Members(List<Value> members)) {
            for (Value member : members) {
                if (member instanceof Value.Scalar(Subnet4 range)) {
                    reserved.add(new Site.Reserved(new Grant.Range4(range), "the platform"));
                }
            }
        }
    }

    /** The built-in host represents an undescribed machine: it has unlimited room and no known link. */
    private static boolean isUndescribed(Block host) {
        return host.span().file().owner() instanceof Owner.Std;
    }

    private static Room room(Block host) {
        return new Room(
                host.name(),
                percent(host, "cpu").of(host.plan("cpu", Cpu.class).map(Cpu::millis).orElse(Long.MAX_VALUE)),
                percent(host, "memory").of(bytes(host, "memory")),
                percent(host, "storage").of(bytes(host, "storage")));
    }

    private static Percent percent(Block host, String resource) {
        return host.plan("overcommit." + resource, Percent.class).orElse(WHOLE);
    }

    private static long bytes(Block host, String field) {
        return host.plan(field, Size.class).map(Size::bytes).orElse(Long.MAX_VALUE);
    }

    private static Map<Resource, Space> pools(Block platform) {
        Map<Resource, Space> pools = new EnumMap<>(Resource.class);
        pools.put(Resource.MAC, new Space.Macs());
        for (Block pool : platform.blocks("pool")) {
            switch (pool.name()) {
                case "subnets4" -> subnets4(pool).ifPresent(s -> pools.put(Resource.SUBNET4, s));
                case "subnets6" -> subnets6(pool).ifPresent(s -> pools.put(Resource.SUBNET6, s));
                case "uids" -> range(pool).ifPresent(r -> pools.put(Resource.UIDS, new Space.Blocks(r)));
                case "cids" -> range(pool).ifPresent(r -> pools.put(Resource.CID, new Space.Numbers("cids", r)));
                case "ports" -> range(pool).ifPresent(r -> {
                    pools.put(Resource.PORT_TCP, new Space.Numbers("ports", r));
                    pools.put(Resource.PORT_UDP, new Space.Numbers("ports", r));
                });
                default -> { }
            }
        }
        pools.values().removeIf(space -> space.size() <= 0);
        return pools;
    }

    private static Optional<IntRange> range(Block pool) {
        return pool.plan("range", IntRange.class);
    }

    private static Optional<Space> subnets4(Block pool) {
        Optional<Long> prefix = pool.plan("prefix", Long.class);
        return pool.plan("from", Subnet4.class).flatMap(from -> prefix.map(p -> new Space.Subnets4(from, p.intValue())));
    }

    private static Optional<Space> subnets6(Block pool) {
        Optional<Long> prefix = pool.plan("prefix", Long.class);
        return pool.plan("from6", Subnet6.class).flatMap(from -> prefix.map(p -> new Space.Subnets6(from, p.intValue())));
    }
}
