package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that workloads of a network with peers have their default route there, which is their way to the peers. */
public final class PeerRoutes implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> tenant.defaultRoute(workload)
                .ifPresent(route -> workload.attach().stream()
                        .filter(a ->
                                a.ipv4().address().isPresent() && !a.network().equals(route.network()))
                        .forEach(a -> tenant.network(a.network())
                                .filter(n -> !n.peer().isEmpty() && n.mode() != NetworkMode.BRIDGE)
                                .ifPresent(n -> report(scope, tenant, workload, route, a, n)))));
    }

    private static void report(
            CheckScope scope,
            Tenant tenant,
            Workload workload,
            Attachment route,
            Attachment attachment,
            Network network) {
        scope.report(Finding.of(
                        Code.PEER_OFF_DEFAULT_ROUTE,
                        attachment.at().block().span(),
                        CheckScope.title(tenant, workload) + " has its default route in network " + route.network()
                                + ", not in network " + network.name() + ", which has peers")
                .label("does not reach the peers")
                .also(network.peer().getFirst().at().block().span(), "first peer")
                .also(route.at().block().span(), "default route")
                .why("a guest sends packets for other networks, also its replies, through its default route, which is "
                        + "the first attachment by name with an IPv4 address")
                .fix("give the attachment a name before `" + route.name()
                        + "`, or attach the workload to one of the two"));
    }
}
