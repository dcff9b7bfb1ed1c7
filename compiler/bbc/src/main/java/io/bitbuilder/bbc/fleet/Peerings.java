package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.NetworkName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Pairs of networks of a fleet that name each other as peers. */
public final class Peerings {
    private final Fleet fleet;
    private final Map<NetworkName, Set<String>> hosts = new HashMap<>();

    private Peerings(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Reads the hosts of all networks once. */
    public static Peerings of(Fleet fleet) {
        Peerings peerings = new Peerings(fleet);
        for (Tenant tenant : fleet.tenants()) {
            tenant.workloads()
                    .forEach(w -> w.attach()
                            .forEach(a -> peerings.hosts
                                    .computeIfAbsent(new NetworkName(tenant.name(), a.network()), n -> new TreeSet<>())
                                    .add(w.place())));
        }
        return peerings;
    }

    /** Returns the peering that a statement of a network asks for; empty unless the other one names this network. */
    public Optional<Peering> of(Tenant tenant, Network network, Peer peer) {
        NetworkName own = new NetworkName(tenant.name(), network.name());
        return fleet.tenant(peer.network().tenant())
                .flatMap(other -> other.network(peer.network().network())
                        .flatMap(far -> far.peer(own)
                                .map(answer -> new Peering(end(tenant, network, peer), end(other, far, answer)))));
    }

    /** Returns the open peerings of a tenant's networks. */
    public List<Peering> open(Tenant tenant) {
        return tenant.networks().stream()
                .flatMap(network -> network.peer().stream().flatMap(peer -> of(tenant, network, peer).stream()))
                .filter(Peering::isOpen)
                .toList();
    }

    private Peering.End end(Tenant tenant, Network network, Peer peer) {
        return new Peering.End(
                tenant, network, peer, hosts.getOrDefault(new NetworkName(tenant.name(), network.name()), Set.of()));
    }
}
