package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Peer;
import io.bitbuilder.bbc.fleet.Peering;
import io.bitbuilder.bbc.fleet.Peerings;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that joined networks name each other, have a gateway and share a host. Only warnings depend on another tenant:
 * a peer that is withdrawn or moved does not break a build. The messages do not disclose whether a network exists that
 * does not name this one.
 */
public final class Peers implements Check {
    @Override
    public void run(CheckScope scope) {
        Peerings peerings = Peerings.of(scope.fleet());
        scope.eachNetwork((tenant, network) -> network.peer().forEach(peer -> {
            if (peer.network().toString().equals(tenant.name() + "." + network.name())) {
                itself(scope, tenant, network, peer);
            } else if (network.mode() == NetworkMode.BRIDGE) {
                isolated(scope, network, peer);
            } else if (!scope.partial()) {
                pair(scope, tenant, network, peer, peerings.of(tenant, network, peer));
            }
        }));
    }

    private static void itself(CheckScope scope, Tenant tenant, Network network, Peer peer) {
        scope.report(Finding.of(
                        Code.SELF_PEER,
                        peer.at().block().span(),
                        CheckScope.title(tenant, network) + " is a peer of itself")
                .why("guests of one network reach each other on its bridge")
                .fix("remove the `peer`, or name another network"));
    }

    private static void isolated(CheckScope scope, Network network, Peer peer) {
        scope.report(Finding.of(
                        Code.PEER_OF_BRIDGE,
                        peer.at().block().span(),
                        "network " + network.name() + " of mode bridge is a peer of " + peer.network())
                .also(network.at().span("mode"), "nothing leaves the bridge")
                .why("guests reach the other network through the gateway, which a network of mode bridge does not have")
                .fix("write `mode = nat` or `mode = routed` in the network"));
    }

    private static void pair(CheckScope scope, Tenant tenant, Network network, Peer peer, Optional<Peering> peering) {
        String own = tenant.name() + "." + network.name();
        if (peering.isEmpty()) {
            scope.report(Finding.of(
                            Code.UNMATCHED_PEER, peer.at().block().span(), peer.network() + " is not a peer of " + own)
                    .label("has no effect")
                    .why("both sides must agree: the networks are joined when network "
                            + peer.network().network() + " of tenant "
                            + peer.network().tenant() + " has `peer " + own + " { }`")
                    .fix("check the name with its owner, or remove the `peer`"));
            return;
        }
        Set<String> here = peering.get().own().hosts();
        Set<String> there = peering.get().other().hosts();
        if (!here.isEmpty() && !there.isEmpty() && !peering.get().isOnOneHost()) {
            scope.report(Finding.of(
                            Code.PEER_ON_OTHER_HOST,
                            peer.at().block().span(),
                            "network " + peer.network() + " is on host " + listed(there) + ", and network " + own
                                    + " on " + listed(here))
                    .label("has no effect")
                    .why("networks do not span hosts")
                    .fix("write `place = " + there.stream().sorted().findFirst().orElseThrow()
                            + "` in a workload of network " + network.name()));
        }
    }

    private static String listed(Set<String> hosts) {
        return String.join(", ", new TreeSet<>(hosts));
    }
}
