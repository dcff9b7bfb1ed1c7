package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.scalar.Percent;
import java.math.BigInteger;
import java.util.List;
import java.util.function.ToLongFunction;

/** Capacity of a host: offered, used and left. A disabled tenant keeps its part. */
final class PromisedCapacity {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private PromisedCapacity() {}

    static ManifestObject of(Host host, List<TenantOnHost> onHosts) {
        List<Workload> workloads =
                onHosts.stream().flatMap(s -> s.workloads().stream()).toList();
        Origins at = host.at();
        return ManifestObject.of(at.block())
                .put(
                        "cpu-millis",
                        resource(
                                at,
                                "cpu",
                                host.cpu().millis(),
                                host.overcommit().cpu(),
                                workloads,
                                w -> w.cpu().cores().millis()))
                .put(
                        "memory-bytes",
                        resource(
                                at,
                                "memory",
                                host.memory().bytes(),
                                host.overcommit().memory(),
                                workloads,
                                w -> w.memory().limit().bytes()))
                .put(
                        "storage-bytes",
                        resource(
                                at,
                                "storage",
                                host.storage().bytes(),
                                host.overcommit().storage(),
                                workloads,
                                PromisedCapacity::storage));
    }

    /** Returns the bytes of a workload's root and volumes. */
    static long storage(Workload workload) {
        return workload.volume().stream()
                .map(Volume::size)
                .mapToLong(s -> s.bytes())
                .reduce(workload.rootBytes(), Math::addExact);
    }

    private static ManifestObject resource(
            Origins at,
            String field,
            long has,
            Percent overcommit,
            List<Workload> workloads,
            ToLongFunction<Workload> part) {
        long used = workloads.stream().mapToLong(part).reduce(0, Math::addExact);
        long offered = BigInteger.valueOf(has)
                .multiply(BigInteger.valueOf(overcommit.basisPoints()))
                .divide(WHOLE)
                .longValueExact();
        return ManifestObject.of(at.block())
                .put("offered", offered, at.of(field))
                .put("used", Json.of(used))
                .put("left", Json.of(offered - used));
    }
}
