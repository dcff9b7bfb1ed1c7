package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;

/** Checks that no two containers of the fleet share a user id. */
final class UidOverlap implements Check {
    @Override
    public void run(Scope scope) {
        List<Interval<Long>> ranges = new ArrayList<>();
        scope.eachContainer((tenant, container) -> {
            if (!scope.isStandIn(tenant, container.name(), ClaimField.UIDS)) {
                ranges.add(new Interval<>(
                        container.uids().first(),
                        container.uids().last(),
                        Holder.of(tenant, Scope.title(tenant, container), container.uids().toString(), container.at().span("uids"))));
            }
        });
        Interval.sweep(ranges, scope).forEach((yields, keep) -> {
            Holder first = keep.getFirst().holder();
            Holder wants = yields.holder();
            scope.report(Finding.of(Code.UID001, wants.span(),
                            "user ids " + wants.text() + " of " + wants.title() + " overlap " + first.text() + " of another container")
                    .label(wants.title() + " claims them here")
                    .also(first.span(), first.title() + " has " + first.text())
                    .why("a user that breaks out of one container would own the other's files")
                    .fix("write `uids = auto`"));
        });
    }
}
