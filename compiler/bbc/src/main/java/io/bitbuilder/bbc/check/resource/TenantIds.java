package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;

/** Checks that tenant ids are unique. */
public final class TenantIds implements Check {
    @Override
    public void run(CheckScope scope) {
        UniqueClaims<String> once = new UniqueClaims<>();
        for (Tenant tenant : scope.fleet().tenants()) {
            tenant.id()
                    .ifPresent(id -> once.claim(
                            id,
                            Claimant.of(
                                    tenant,
                                    "tenant " + tenant.name(),
                                    tenant.at().of("id"))));
        }
        once.report(
                scope,
                Code.DUPLICATE_TENANT_ID,
                (id, claimant) -> "duplicate id \"" + id + "\" of " + claimant.title(),
                "the id is written to the tenant's manifest, where other tools look it up",
                "give each tenant a distinct id");
    }
}
