package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Data that a host keeps: the image of a volume, or of a root with a size.
 *
 * @param at the host and the path of the image: where the data is
 * @param workload its workload as people name it, {@code acme.db}
 * @param volume the volume; empty for the root
 * @param mount where the workload sees it
 * @param span where its size is written
 */
public record KeptData(
        Place at, String tenant, String workload, Optional<String> volume, Size size, String mount, Span span) {
    /** Image on a host. */
    public record Place(String host, String path) {}

    /** Returns all data of a fleet, by tenant and workload. */
    public static List<KeptData> of(Fleet fleet) {
        List<KeptData> all = new ArrayList<>();
        for (Tenant tenant : fleet.tenants()) {
            tenant.workloads().forEach(workload -> {
                String name = tenant.name() + "." + workload.name();
                workload.root()
                        .size()
                        .ifPresent(size -> all.add(new KeptData(
                                place(workload, workload.data()),
                                tenant.name(),
                                name,
                                Optional.empty(),
                                size,
                                "/",
                                workload.at().span("root.size"))));
                for (Volume volume : workload.volume()) {
                    all.add(new KeptData(
                            place(workload, volume.data()),
                            tenant.name(),
                            name,
                            Optional.of(volume.name()),
                            volume.size(),
                            volume.mount(),
                            volume.at().span("size")));
                }
            });
        }
        return all;
    }

    private static Place place(Workload workload, DataName data) {
        String path = workload instanceof Machine ? HostPaths.drive(data) : HostPaths.image(data);
        return new Place(workload.place(), path);
    }

    /** Returns the path of the block, {@code acme.db.data}; that of the workload for its root. */
    public String name() {
        return workload + volume.map(v -> "." + v).orElse("");
    }

    /** Returns the name of the workload in its tenant. */
    public String workloadName() {
        return workload.substring(tenant.length() + 1);
    }

    /** Returns the noun for messages. */
    public String title() {
        return volume.map(v -> "volume " + v + " of " + workload).orElse("the root of " + workload);
    }
}
