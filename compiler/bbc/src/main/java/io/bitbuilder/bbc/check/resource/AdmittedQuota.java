package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.ResourceAmount;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.math.BigInteger;
import java.util.Optional;

/** Checks that a tenant's own quota does not exceed its admission. */
public final class AdmittedQuota implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            scope.admit(tenant)
                    .ifPresent(admit -> tenant.quota()
                            .ifPresent(
                                    own -> admit.quota().ifPresent(most -> compare(scope, tenant, own, admit, most))));
        }
    }

    private static void compare(CheckScope scope, Tenant tenant, Quota own, Admit admit, Quota most) {
        for (ResourceAmount amount : ResourceAmount.values()) {
            Optional<BigInteger> asked = amount.of(own);
            Optional<BigInteger> admitted = amount.of(most);
            if (asked.isPresent() && admitted.isPresent() && asked.get().compareTo(admitted.get()) > 0) {
                String field = "quota." + amount.field();
                scope.report(Finding.of(
                                Code.QUOTA_NOT_ADMITTED,
                                tenant.at().span(field),
                                amount.field() + " quota " + amount.text(asked.get()) + " of tenant " + tenant.name()
                                        + " exceeds the " + amount.text(admitted.get()) + " that the platform admits")
                        .also(admit.at().span(field), "admitted here")
                        .why("`admit` is the maximum for a tenant")
                        .fix("write at most " + amount.text(admitted.get()) + ", or ask the platform for more"));
            }
        }
    }
}
