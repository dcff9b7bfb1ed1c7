package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Expose;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that an offered workload is reachable: it has an IPv4 address on a network that the host forwards to. */
public final class OfferReachability implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            for (Expose expose : tenant.expose()) {
                tenant.workload(expose.on())
                        .filter(w -> tenant.defaultRoute(w).isEmpty()
                                && !(scope.partial() && w.attach().isEmpty()))
                        .ifPresent(w -> report(scope, tenant, expose, w));
            }
        }
    }

    private static void report(CheckScope scope, Tenant tenant, Expose expose, Workload workload) {
        scope.report(Finding.of(
                        Code.OFFERED_WORKLOAD_UNREACHABLE,
                        expose.at().span("on"),
                        CheckScope.title(tenant, workload) + " offers " + expose.port()
                                + " but has no IPv4 address on a network of mode nat or routed")
                .also(workload.at().block().span(), "workload")
                .why("the host forwards between networks, but not to networks of mode bridge or to the host network")
                .fix("attach it to a network of mode nat or routed, or remove the `expose`"));
    }
}
