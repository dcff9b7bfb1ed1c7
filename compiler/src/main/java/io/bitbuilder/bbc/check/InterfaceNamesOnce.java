package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.InterfaceNames;
import java.util.Set;
import java.util.TreeSet;

/** Checks that interface names of a host are unique: names of bridges and taps are hashes, which can collide. */
final class InterfaceNamesOnce implements Check {
    /** Interface on a host. */
    private record Place(String host, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int c = host.compareTo(other.host);
            return c != 0 ? c : name.compareTo(other.name);
        }
    }

    @Override
    public void run(Scope scope) {
        Once<Place> once = new Once<>();
        for (Host host : scope.platform().hosts()) {
            String title = "the uplink of host " + host.name();
            once.claim(new Place(host.name(), host.uplink()), Holder.ofPlatform(title, host.uplink(), host.at().span("uplink")));
        }
        scope.fleet().tenants().forEach(tenant -> claim(once, tenant));
        once.report(
                scope,
                Code.NAM204,
                (place, holder) -> "duplicate interface name " + place.name + " on host " + place.host + ": that of "
                        + holder.title() + " and another interface",
                "Linux limits interface names to 15 bytes, so they are hashes, and these two collide",
                "rename one of the two");
    }

    /** All attachments of a machine share one tap; {@link OneTap} limits their number. */
    private static void claim(Once<Place> once, Tenant tenant) {
        Set<Place> bridges = new TreeSet<>();
        tenant.workloads().forEach(workload -> workload.attach().forEach(attachment -> {
            if (workload instanceof Container || attachment.equals(workload.attach().getFirst())) {
                String name = InterfaceNames.port(tenant.name(), workload, attachment.name());
                once.claim(place(workload, name), holder(tenant, workload, attachment));
            }
            tenant.network(attachment.network()).ifPresent(network -> {
                Place bridge = place(workload, InterfaceNames.bridge(tenant.name(), network.name()));
                Place own = place(workload, network.name());
                if (bridges.add(own)) {
                    once.claim(bridge, holder(tenant, network));
                }
            });
        }));
    }

    private static Place place(Workload workload, String name) {
        return new Place(workload.place(), name);
    }

    private static Holder holder(Tenant tenant, Network network) {
        return Holder.of(tenant, Scope.title(tenant, network), network.name(), network.at().block().span());
    }

    private static Holder holder(Tenant tenant, Workload workload, Attachment attachment) {
        String title = "attachment " + attachment.name() + " of " + Scope.title(tenant, workload);
        return Holder.of(tenant, title, attachment.name(), attachment.at().block().span());
    }
}
