package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a workload attaches to each network. A tenant without workloads may declare its networks first. */
public final class UnusedNetworks implements Check {
    @Override
    public void run(CheckScope scope) {
        if (!scope.partial()) {
            scope.fleet().tenants().stream()
                    .filter(tenant -> tenant.workloads().findAny().isPresent())
                    .forEach(tenant -> tenant(scope, tenant));
        }
    }

    private static void tenant(CheckScope scope, Tenant tenant) {
        Set<String> attached = tenant.workloads()
                .flatMap(workload -> workload.attach().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
        tenant.networks().stream()
                .filter(network -> !attached.contains(network.name()))
                .forEach(network -> report(scope, tenant, network));
    }

    private static void report(CheckScope scope, Tenant tenant, Network network) {
        scope.report(Finding.of(
                        Code.UNUSED_NETWORK,
                        network.at().block().span(),
                        "unused " + CheckScope.title(tenant, network) + ": no workload attaches to it")
                .why("its bridge has no ports, and its subnet no guests")
                .fix("write `attach " + network.name() + " { }` in a workload, or remove the network"));
    }
}
