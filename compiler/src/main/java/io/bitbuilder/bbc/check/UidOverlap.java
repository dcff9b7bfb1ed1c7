package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;

/** No two containers of the fleet share a user id. */
final class UidOverlap implements Check {
    @Override
    public void run(Scope scope) {
        List<Interval<Long>> ranges = new ArrayList<>();
        scope.eachContainer((tenant, container) -> {
            if (!scope.isStandIn(tenant, container.name(), "uids")) {
                ranges.add(new Interval<>(
                        container.uids().first(),
                        container.uids().last(),
                        new Holder(tenant.name(), Scope.title(tenant, container), container.uids().toString(), container.at().span("uids"))));
            }
        });
        Interval.sweep(ranges, scope).forEach((yields, keep) -> {
            Holder first = keep.getFirst();
            scope.report(Finding.of(Code.UID001, yields.span(),
                            "user ids " + yields.text() + " of " + yields.title() + " meet " + first.text() + " of another container")
                    .label(yields.title() + " asks for them here")
                    .also(first.span(), first.title() + " holds " + first.text())
                    .why("a user that breaks out of one container would own the other's files")
                    .fix("write `uids = auto`"));
        });
    }
}
