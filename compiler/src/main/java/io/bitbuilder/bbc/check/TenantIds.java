package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fleet.Tenant;

/** No two tenants have one id. */
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
                (id, holder) -> "id \"" + id + "\" of " + holder.title() + " is another tenant's",
                "the id goes to the tenant's manifest, where others look it up",
                "give the tenant an id of its own");
    }
}
