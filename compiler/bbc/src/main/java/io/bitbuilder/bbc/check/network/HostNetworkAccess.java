package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.CeilingNames;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that a container on the host network has no private network, and that its tenant's trust allows it. */
public final class HostNetworkAccess implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> {
            if (container.network() == WorkloadNetwork.HOST) {
                exclusive(scope, tenant, container);
                allowed(scope, tenant, container);
            }
        });
    }

    private static void exclusive(CheckScope scope, Tenant tenant, Container container) {
        container.attach().forEach(a -> report(scope, tenant, container, a.at(), "attachment " + a.name()));
        container.publish().forEach(p -> report(scope, tenant, container, p.at(), "a published port"));
    }

    private static void report(CheckScope scope, Tenant tenant, Container container, Origins at, String what) {
        scope.report(Finding.of(
                        Code.CONFLICTING_HOST_NETWORK,
                        at.block().span(),
                        CheckScope.title(tenant, container) + " uses the host network and has " + what)
                .also(container.at().span("network"), "host network")
                .why("on the host network it has the host's interfaces and listens on the host's ports itself")
                .fix("remove this, or write `network = private`"));
    }

    private static void allowed(CheckScope scope, Tenant tenant, Container container) {
        if (scope.isTrustUnknown(tenant)
                || scope.ceilingOf(tenant).filter(Ceiling::hostNetwork).isPresent()) {
            return;
        }
        String trust = CeilingNames.nameOf(scope.trustOf(tenant));
        scope.report(Finding.of(
                        Code.HOST_NETWORK_NOT_ALLOWED,
                        container.at().span("network"),
                        CheckScope.title(tenant, container) + " uses the host network, which exceeds ceiling " + trust)
                .why("on the host network a container sees and reaches the traffic of all tenants; tenant "
                        + tenant.name() + " has trust " + trust)
                .fix("attach it to a network of the tenant, or ask the platform for `trust = trusted`"));
    }
}
