package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Tenant;
import java.math.BigInteger;
import java.util.Optional;

/** A tenant's own quota is not above what the platform admits. */
final class AdmittedQuota implements Check {
    @Override
    public void run(Scope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            scope.admit(tenant).ifPresent(admit ->
                    tenant.quota().ifPresent(own -> admit.quota().ifPresent(most -> compare(scope, tenant, own, admit, most))));
        }
    }

    private static void compare(Scope scope, Tenant tenant, Quota own, Admit admit, Quota most) {
        for (Amounts amount : Amounts.values()) {
            Optional<BigInteger> asked = amount.of(own);
            Optional<BigInteger> admitted = amount.of(most);
            if (asked.isPresent() && admitted.isPresent() && asked.get().compareTo(admitted.get()) > 0) {
                String field = "quota." + amount.field();
                scope.report(Finding.of(Code.RES102, tenant.at().span(field), "tenant " + tenant.name() + " wants a quota of "
                                + amount.text(asked.get()) + " for " + amount.field() + ", the platform admits " + amount.text(admitted.get()))
                        .also(admit.at().span(field), "admitted here")
                        .why("`admit` is the most that a tenant may take")
                        .fix("write at most " + amount.text(admitted.get()) + ", or ask the platform for more"));
            }
        }
    }
}
