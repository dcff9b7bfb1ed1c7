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
 * What a tenant consumes is offered to it, on its own host. Nothing here depends on another tenant but warnings: an offer that is
 * withdrawn or moved stops nobody. Whether another tenant exists, and what it offers to others, is not said.
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
                        "network " + network.name() + " consumes " + consume.offer() + " and is of mode bridge")
                .also(network.at().span("mode"), "nothing leaves the bridge")
                .why("what another tenant offers lies behind the gateway, which a network of mode bridge does not have")
                .fix("consume it on a network of mode nat or routed"));
    }

    private static void pair(Scope scope, Tenant tenant, Consume consume) {
        Optional<Passage> passage = scope.fleet().passage(tenant, consume);
        boolean used = tenant.workloads().anyMatch(w -> w.isAttachedTo(consume.on()));
        if (passage.isEmpty()) {
            scope.report(Finding.of(Code.NET011, consume.at().block().span(), consume.offer() + " is not offered to " + tenant.name())
                    .label("opens nothing")
                    .why("both sides must agree: it opens when tenant " + consume.offer().tenant() + " has `expose "
                            + consume.offer().offer() + "` with " + tenant.name() + " in `to`")
                    .fix("check the name with its owner, or remove the `consume`"));
        } else if (used && !passage.get().isOnOneHost()) {
            scope.report(Finding.of(Code.NET012, consume.at().block().span(), consume.offer() + " runs on another host than network "
                            + tenant.name() + "." + consume.on())
                    .label("opens nothing")
                    .why("networks do not span hosts, and no port of a host is published for it")
                    .fix("pin a workload of the network to that host with `place`, or reach it by a port that its owner publishes"));
        }
    }
}
