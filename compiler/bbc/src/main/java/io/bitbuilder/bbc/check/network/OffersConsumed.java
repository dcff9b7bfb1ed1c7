package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks that consumed offers are offered to the tenant, on the same host. Only warnings depend on another tenant: an
 * offer that is withdrawn or moved does not break a build. The messages do not disclose the existence of another tenant
 * or its offers to others.
 */
public final class OffersConsumed implements Check {
    @Override
    public void run(CheckScope scope) {
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

    private static void closed(CheckScope scope, Consume consume, Network network) {
        scope.report(Finding.of(
                        Code.CONSUME_ON_ISOLATED_NETWORK,
                        consume.at().span("on"),
                        "network " + network.name() + " of mode bridge consumes " + consume.offer())
                .also(network.at().span("mode"), "nothing leaves the bridge")
                .why("offers of other tenants are reached through the gateway, which a network of mode "
                        + "bridge does not have")
                .fix("consume it on a network of mode nat or routed"));
    }

    private static String hosts(Tenant tenant, Consume consume) {
        return tenant.workloads()
                .filter(w -> w.isAttachedTo(consume.on()))
                .map(Workload::place)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void pair(CheckScope scope, Tenant tenant, Consume consume) {
        Optional<TenantConnection> connection = scope.fleet().connection(tenant, consume);
        boolean used = tenant.workloads().anyMatch(w -> w.isAttachedTo(consume.on()));
        if (connection.isEmpty()) {
            scope.report(Finding.of(
                            Code.UNKNOWN_OFFER,
                            consume.at().block().span(),
                            consume.offer() + " is not offered to " + tenant.name())
                    .label("has no effect")
                    .why("both sides must agree: the port opens when tenant "
                            + consume.offer().tenant() + " has `expose "
                            + consume.offer().offer() + "` with " + tenant.name() + " in `to`")
                    .fix("check the name with its owner, or remove the `consume`"));
        } else if (used && !connection.get().isOnOneHost()) {
            scope.report(Finding.of(
                            Code.OFFER_ON_OTHER_HOST,
                            consume.at().block().span(),
                            consume.offer() + " runs on host "
                                    + connection.get().target().place() + ", and network " + tenant.name() + "."
                                    + consume.on() + " on " + hosts(tenant, consume))
                    .label("has no effect")
                    .why("networks do not span hosts, and `expose` does not publish a host port")
                    .fix("write `place = " + connection.get().target().place()
                            + "` in a workload of the network, or reach it by a port that its owner publishes"));
        }
    }
}
