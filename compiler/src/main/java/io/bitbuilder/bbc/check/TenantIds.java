package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fleet.Tenant;

/** Checks that tenant ids are unique. */
final class TenantIds implements Check {
    @Override
    public void run(Scope scope) {
        Once<String> once = new Once<>();
        for (Tenant tenant : scope.fleet().tenants()) {
            tenant.id().ifPresent(id ->
                    once.claim(id, Holder.of(tenant, "tenant " + tenant.name(), id, tenant.at().span("id"))));
        }
        once.report(
                scope,
                Code.NAM201,
                (id, holder) -> "duplicate id \"" + id + "\" of " + holder.title(),
                "the id is written to the tenant's manifest, where other tools look it up",
                "give the tenant an id of its own");
    }
}
