package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Consent;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.List;

/** Checks that the volumes of a tenant are no more than the platform allows: each is a mount and a unit of its host. */
public final class VolumeCount implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            List<Volume> volumes =
                    tenant.workloads().flatMap(w -> w.volume().stream()).toList();
            Consent.of(scope, tenant).ifPresent(consent -> check(scope, consent, volumes));
        }
    }

    private static void check(CheckScope scope, Consent consent, List<Volume> volumes) {
        long most = consent.admit()
                .flatMap(admit -> admit.claims().volumes())
                .or(() -> consent.ceiling().map(ceiling -> ceiling.claims().volumes()))
                .orElse(Long.MAX_VALUE);
        if (volumes.size() <= most) {
            return;
        }
        String request =
                consent.admit().isPresent() ? "admit " + consent.tenant().name() : "ceiling " + consent.trust();
        scope.report(consent.withCeiling(Finding.of(
                        Code.CLAIMS_EXCEED_LIMIT,
                        volumes.get((int) most).at().block().span(),
                        "tenant " + consent.tenant().name() + " claims " + volumes.size()
                                + " volumes, which exceeds the " + most + " of ceiling " + consent.trust()))
                .why("each volume is a mount and a unit of its host")
                .fix("remove some, or ask the platform for `claims { volumes = " + volumes.size() + " }` in `" + request
                        + "`"));
    }
}
