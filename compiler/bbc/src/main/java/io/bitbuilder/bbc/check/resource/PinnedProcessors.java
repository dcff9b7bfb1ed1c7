package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Collections;

/** Checks that a workload is pinned to processors that its host has; they are counted from 0. */
public final class PinnedProcessors implements Check {
    private static final long CORE = 1000;

    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (!scope.isStandIn(tenant, workload.name(), ClaimField.PLACE)) {
                scope.host(workload.place()).ifPresent(host -> check(scope, tenant, workload, host));
            }
        });
    }

    private static void check(CheckScope scope, Tenant tenant, Workload workload, Host host) {
        long processors = (host.cpu().millis() + CORE - 1) / CORE;
        if (workload.cpu().pin().isEmpty()) {
            return;
        }
        long lowest = Collections.min(workload.cpu().pin());
        long highest = Collections.max(workload.cpu().pin());
        if (lowest < 0 || highest >= processors) {
            long unknown = lowest < 0 ? lowest : highest;
            scope.report(Finding.of(
                            Code.UNKNOWN_PROCESSOR,
                            workload.at().span("cpu.pin", unknown),
                            "processor " + unknown + " of " + CheckScope.title(tenant, workload)
                                    + " is out of range: host " + host.name() + " has 0 to " + (processors - 1))
                    .also(host.at().span("cpu"), "processors for tenants")
                    .why("a processor that the host does not have can run nothing")
                    .fix("choose from 0 to " + (processors - 1)));
        }
    }
}
