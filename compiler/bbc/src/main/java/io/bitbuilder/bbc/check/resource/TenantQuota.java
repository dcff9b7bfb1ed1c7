package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.ResourceAmount;
import io.bitbuilder.bbc.check.kit.ResourceRequest;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Checks that the workloads of a tenant do not exceed its quota or, without one, its admission. */
public final class TenantQuota implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            for (ResourceAmount amount : ResourceAmount.values()) {
                check(scope, tenant, amount);
            }
        }
    }

    private static void check(CheckScope scope, Tenant tenant, ResourceAmount amount) {
        Optional<Admit> admit = scope.admit(tenant);
        Optional<BigInteger> own = tenant.quota().flatMap(amount::of);
        Optional<BigInteger> limit = own.or(() -> admit.flatMap(Admit::quota).flatMap(amount::of));
        List<ResourceRequest> asked = tenant.workloads()
                .map(w -> ResourceRequest.of(tenant, w, amount))
                .toList();
        BigInteger sum = ResourceRequest.sum(asked);
        if (limit.filter(most -> sum.compareTo(most) > 0).isEmpty()) {
            return;
        }
        Span span = own.isPresent()
                ? tenant.at().span("quota." + amount.field())
                : tenant.at().block().span();
        String limits = own.isPresent()
                ? "its quota of " + amount.text(limit.get())
                : "the " + amount.text(limit.get()) + " that the platform admits";
        Finding finding = Finding.of(
                        Code.QUOTA_EXCEEDED,
                        span,
                        "the workloads of tenant " + tenant.name() + " request " + amount.phrase(sum)
                                + ", which exceeds " + limits)
                .why(
                        amount == ResourceAmount.STORAGE
                                ? "images of roots and volumes may grow to their sizes"
                                : "the tenant's slice limits all of them together")
                .fix("lower the requests of the workloads"
                        + (own.isPresent() ? ", or raise the quota" : ", or ask the platform for more"));
        scope.report(ResourceRequest.show(finding, asked));
    }
}
