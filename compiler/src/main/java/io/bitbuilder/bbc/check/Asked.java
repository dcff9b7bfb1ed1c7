package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.source.Span;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** One workload's request for one resource. */
record Asked(Tenant tenant, Workload workload, Amounts amount, BigInteger quantity) {
    private static final int SHOWN = 3;

    static Asked of(Tenant tenant, Workload workload, Amounts amount) {
        return new Asked(tenant, workload, amount, amount.of(workload));
    }

    static BigInteger sum(List<Asked> all) {
        return all.stream().map(Asked::quantity).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Adds the places of the largest requests to a finding. */
    static Finding show(Finding finding, List<Asked> all) {
        List<Asked> most = all.stream()
                .filter(a -> a.quantity.signum() > 0)
                .sorted(Comparator.comparing(Asked::quantity, Comparator.reverseOrder()).thenComparing(Asked::span))
                .limit(SHOWN)
                .toList();
        Finding shown = finding;
        for (Asked asked : most) {
            shown = shown.also(asked.span(), Scope.title(asked.tenant, asked.workload) + " requests " + asked.amount.text(asked.quantity));
        }
        return shown;
    }

    private Span span() {
        if (amount == Amounts.STORAGE && workload.root().size().isEmpty() && !workload.volume().isEmpty()) {
            return workload.volume().getFirst().at().span("size");
        }
        return workload.at().span(amount.asked());
    }
}
