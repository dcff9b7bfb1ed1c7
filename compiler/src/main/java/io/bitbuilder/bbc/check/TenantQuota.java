package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The workloads of a tenant together ask for no more than its quota, or, where it says nothing, than its admission. */
final class TenantQuota implements Check {
    @Override
    public void run(Scope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            for (Amounts amount : Amounts.values()) {
                check(scope, tenant, amount);
            }
        }
    }

    private static void check(Scope scope, Tenant tenant, Amounts amount) {
        Optional<Admit> admit = scope.admit(tenant);
        Optional<BigInteger> own = tenant.quota().flatMap(amount::of);
        Optional<BigInteger> limit = own.or(() -> admit.flatMap(Admit::quota).flatMap(amount::of));
        List<Asked> asked = tenant.workloads().map(w -> Asked.of(tenant, w, amount)).toList();
        BigInteger sum = Asked.sum(asked);
        if (limit.filter(most -> sum.compareTo(most) > 0).isEmpty()) {
            return;
        }
        Span span = own.isPresent()
                ? tenant.at().span("quota." + amount.field())
                : tenant.at().block().span();
        String whose = own.isPresent() ? "its quota is " : "the platform admits ";
        Finding finding = Finding.of(Code.RES101, span, "the workloads of tenant " + tenant.name() + " ask for " + amount.phrase(sum) + ", " + whose + amount.text(limit.get()))
                .why("the tenant's slice holds them all to that sum")
                .fix("ask for less in the workloads" + (own.isPresent() ? ", or raise the quota" : ", or ask the platform for more"));
        scope.report(Asked.show(finding, asked));
    }
}
