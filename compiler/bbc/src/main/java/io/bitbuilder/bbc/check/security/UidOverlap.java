package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.Interval;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;

/** Checks that no two workloads of the fleet share a user id. */
public final class UidOverlap implements Check {
    @Override
    public void run(CheckScope scope) {
        List<Interval<Long>> ranges = new ArrayList<>();
        scope.eachWorkload((tenant, workload) -> {
            if (!scope.isStandIn(tenant, workload.name(), ClaimField.UIDS)) {
                ranges.add(new Interval<>(
                        workload.uids().first(),
                        workload.uids().last(),
                        workload.uids().toString(),
                        Claimant.of(
                                tenant,
                                CheckScope.title(tenant, workload),
                                workload.at().of("uids"))));
            }
        });
        Interval.sweep(ranges, scope).forEach((yields, keep) -> {
            Interval<Long> kept = keep.getFirst();
            Claimant first = kept.claimant();
            Claimant wants = yields.claimant();
            scope.report(Finding.of(
                            Code.UID_RANGES_OVERLAP,
                            wants.span(),
                            "user ids " + yields.text() + " of " + wants.title() + " overlap " + kept.text()
                                    + " of another workload")
                    .label(wants.title() + " claims them here")
                    .also(first.span(), first.title() + " has " + kept.text())
                    .why("a user that breaks out of one workload would own the other's files")
                    .fix("write `uids = auto`"));
        });
    }
}
