package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** One workload's request for one resource. */
public record ResourceRequest(Tenant tenant, Workload workload, ResourceAmount amount, BigInteger quantity) {
    private static final int SHOWN = 3;

    public static ResourceRequest of(Tenant tenant, Workload workload, ResourceAmount amount) {
        return new ResourceRequest(tenant, workload, amount, amount.of(workload));
    }

    public static BigInteger sum(List<ResourceRequest> all) {
        return all.stream().map(ResourceRequest::quantity).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Adds the places of the largest requests to a finding. */
    public static Finding show(Finding finding, List<ResourceRequest> all) {
        List<ResourceRequest> most = all.stream()
                .filter(a -> a.quantity.signum() > 0)
                .sorted(Comparator.comparing(ResourceRequest::quantity, Comparator.reverseOrder())
                        .thenComparing(ResourceRequest::span))
                .limit(SHOWN)
                .toList();
        Finding shown = finding;
        for (ResourceRequest request : most) {
            shown = shown.also(
                    request.span(),
                    CheckScope.title(request.tenant, request.workload) + " requests "
                            + request.amount.text(request.quantity)
                            + (request.hasVolumes() ? ", its volumes included" : ""));
        }
        return shown;
    }

    private boolean hasVolumes() {
        return amount == ResourceAmount.STORAGE && !workload.volume().isEmpty();
    }

    private Span span() {
        if (hasVolumes() && workload.root().size().isEmpty()) {
            return workload.volume().getFirst().at().span("size");
        }
        return workload.at().span(amount.requested());
    }
}
