package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Passage;
import io.bitbuilder.bbc.fleet.Tenant;
import java.util.Optional;

/**
 * Checks that consumed offers are offered to the tenant, on the same host. Only warnings depend on another tenant: an offer that
 * is withdrawn or moved breaks no build. The messages do not disclose whether another tenant exists or what it offers to others.
 */
final class OffersConsumed implements Check {
    @Override
    public void run(Scope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            for (Consume consume : tenant.consume()) {
                Optional<Network> closed = tenant.network(consume.on()).filter(n -> n.mode() == NetworkMode.BRIDGE);
                closed.ifPresent(network -> closed(scope, consume, network));
                if (closed.isEmpty() && !scope.partial()) {
                    pair(scope, tenant, consume);
                }
            }
        }
    }

    private static void closed(Scope scope, Consume consume, Network network) {
        scope.report(Finding.of(Code.NET014, consume.at().span("on"),
                        "network " + network.name() + " of mode bridge consumes " + consume.offer())
                .also(network.at().span("mode"), "nothing leaves the bridge")
                .why("offers of other tenants are reached through the gateway, which a network of mode bridge does not have")
                .fix("consume it on a network of mode nat or routed"));
    }

    private static void pair(Scope scope, Tenant tenant, Consume consume) {
        Optional<Passage> passage = scope.fleet().passage(tenant, consume);
        boolean used = tenant.workloads().anyMatch(w -> w.isAttachedTo(consume.on()));
        if (passage.isEmpty()) {
            scope.report(Finding.of(Code.NET011, consume.at().block().span(), consume.offer() + " is not offered to " + tenant.name())
                    .label("has no effect")
                    .why("both sides must agree: the port opens when tenant " + consume.offer().tenant() + " has `expose "
                            + consume.offer().offer() + "` with " + tenant.name() + " in `to`")
                    .fix("check the name with its owner, or remove the `consume`"));
        } else if (used && !passage.get().isOnOneHost()) {
            scope.report(Finding.of(Code.NET012, consume.at().block().span(), consume.offer() + " runs on a different host than network "
                            + tenant.name() + "." + consume.on())
                    .label("has no effect")
                    .why("networks do not span hosts, and `expose` publishes no port of a host")
                    .fix("pin a workload of the network to that host with `place`, or reach it by a port that its owner publishes"));
        }
    }
}
