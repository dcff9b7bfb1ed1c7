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

/** Checks that no two containers of the fleet share a user id. */
public final class UidOverlap implements Check {
    @Override
    public void run(CheckScope scope) {
        List<Interval<Long>> ranges = new ArrayList<>();
        scope.eachContainer((tenant, container) -> {
            if (!scope.isStandIn(tenant, container.name(), ClaimField.UIDS)) {
                ranges.add(new Interval<>(
                        container.uids().first(),
                        container.uids().last(),
                        Claimant.of(
                                tenant,
                                CheckScope.title(tenant, container),
                                container.uids().toString(),
                                container.at().span("uids"))));
            }
        });
        Interval.sweep(ranges, scope).forEach((yields, keep) -> {
            Claimant first = keep.getFirst().holder();
            Claimant wants = yields.holder();
            scope.report(Finding.of(
                            Code.UID_RANGES_OVERLAP,
                            wants.span(),
                            "user ids " + wants.text() + " of " + wants.title() + " overlap " + first.text()
                                    + " of another container")
                    .label(wants.title() + " claims them here")
                    .also(first.span(), first.title() + " has " + first.text())
                    .why("a user that breaks out of one container would own the other's files")
                    .fix("write `uids = auto`"));
        });
    }
}
