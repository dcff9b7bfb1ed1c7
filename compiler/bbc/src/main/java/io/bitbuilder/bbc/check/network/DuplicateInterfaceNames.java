package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.core.diagnostic.Code;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that interface names of a host are unique: names of bridges, taps and guard chains are hashes, which can
 * collide.
 */
public final class DuplicateInterfaceNames implements Check {
    /** Interface on a host. */
    private record Place(String host, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int c = host.compareTo(other.host);
            return c != 0 ? c : name.compareTo(other.name);
        }
    }

    @Override
    public void run(CheckScope scope) {
        UniqueClaims<Place> once = new UniqueClaims<>();
        for (Host host : scope.platform().hosts()) {
            String title = "the uplink of host " + host.name();
            once.claim(
                    new Place(host.name(), host.uplink()),
                    Claimant.ofPlatform(title, host.at().of("uplink")));
        }
        scope.fleet().tenants().forEach(tenant -> claim(once, tenant));
        once.report(
                scope,
                Code.DUPLICATE_INTERFACE_NAME,
                (place, claimant) -> "duplicate interface name " + place.name + " on host " + place.host + ": "
                        + claimant.title() + " and another interface have the same name",
                "Linux limits interface names to 15 bytes, so they are hashes, and these two collide",
                "rename one of the two");
    }

    /** All attachments of a machine share one tap; {@link SingleAttachment} limits their number. */
    private static void claim(UniqueClaims<Place> once, Tenant tenant) {
        Set<Place> bridges = new TreeSet<>();
        tenant.workloads()
                .forEach(workload -> workload.attach().forEach(attachment -> {
                    if (workload instanceof Container
                            || attachment.equals(workload.attach().getFirst())) {
                        String name = InterfaceNames.port(tenant.name(), workload, attachment.name());
                        once.claim(place(workload, name), claimant(tenant, workload, attachment));
                        String chain = InterfaceNames.guard(tenant.name(), workload, attachment.name());
                        once.claim(place(workload, chain), claimant(tenant, workload, attachment));
                    }
                    tenant.network(attachment.network()).ifPresent(network -> {
                        Place bridge = place(workload, InterfaceNames.bridge(tenant.name(), network.name()));
                        Place own = place(workload, network.name());
                        if (bridges.add(own)) {
                            once.claim(bridge, claimant(tenant, network));
                        }
                    });
                }));
    }

    private static Place place(Workload workload, String name) {
        return new Place(workload.place(), name);
    }

    private static Claimant claimant(Tenant tenant, Network network) {
        return Claimant.of(
                tenant, CheckScope.title(tenant, network), network.at().block());
    }

    private static Claimant claimant(Tenant tenant, Workload workload, Attachment attachment) {
        String title = "attachment " + attachment.name() + " of " + CheckScope.title(tenant, workload);
        return Claimant.of(tenant, title, attachment.at().block());
    }
}
