package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.ResourceAmount;
import io.bitbuilder.bbc.check.kit.ResourceRequest;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.Percent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that the requests of workloads on a host do not exceed its capacity times its overcommit. */
public final class HostOvercommit implements Check {
    private static final List<ResourceAmount> COUNTED =
            List.of(ResourceAmount.CPU, ResourceAmount.MEMORY, ResourceAmount.STORAGE);
    private static final Percent WHOLE = new Percent(10_000);

    /** Workload with its tenant. */
    private record Placed(Tenant tenant, Workload workload) {}

    @Override
    public void run(CheckScope scope) {
        Map<String, List<Placed>> byHost = new HashMap<>();
        scope.eachWorkload((tenant, workload) -> {
            if (!scope.isStandIn(tenant, workload.name(), ClaimField.PLACE)) {
                byHost.computeIfAbsent(workload.place(), h -> new ArrayList<>()).add(new Placed(tenant, workload));
            }
        });
        for (Host host : scope.platform().hosts()) {
            if (!CheckScope.isUndescribed(host)) {
                COUNTED.forEach(amount -> check(scope, host, amount, byHost.getOrDefault(host.name(), List.of())));
            }
        }
    }

    private static void check(CheckScope scope, Host host, ResourceAmount amount, List<Placed> placed) {
        List<ResourceRequest> asked = placed.stream()
                .map(p -> ResourceRequest.of(p.tenant, p.workload, amount))
                .toList();
        BigInteger sum = ResourceRequest.sum(asked);
        BigInteger most = BigInteger.valueOf(overcommit(host, amount).of(has(host, amount)));
        if (sum.compareTo(most) <= 0) {
            return;
        }
        Percent overcommit = overcommit(host, amount);
        Finding finding = Finding.of(
                        Code.HOST_CAPACITY_EXCEEDED,
                        host.at().span(amount.field()),
                        "workloads on host " + host.name() + " request " + amount.phrase(sum) + ", which exceeds its "
                                + amount.text(most))
                .why(
                        overcommit.equals(WHOLE)
                                ? "that is the capacity of the host; `overcommit` is 100%"
                                : "that is the capacity of the host times its overcommit of " + overcommit)
                .fix("place workloads on other hosts, lower their requests, or raise `overcommit`");
        scope.report(ResourceRequest.show(finding, asked));
    }

    private static long has(Host host, ResourceAmount amount) {
        return switch (amount) {
            case CPU -> host.cpu().millis();
            case MEMORY -> host.memory().bytes();
            case STORAGE -> host.storage().bytes();
            case TASKS -> Long.MAX_VALUE;
        };
    }

    private static Percent overcommit(Host host, ResourceAmount amount) {
        return switch (amount) {
            case CPU -> host.overcommit().cpu();
            case MEMORY -> host.overcommit().memory();
            case STORAGE -> host.overcommit().storage();
            case TASKS -> WHOLE;
        };
    }
}
