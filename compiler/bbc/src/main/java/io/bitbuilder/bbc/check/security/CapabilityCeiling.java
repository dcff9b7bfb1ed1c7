package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.CeilingNames;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks that the added capabilities of a container do not exceed the ceiling of its tenant's trust. */
public final class CapabilityCeiling implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> check(scope, tenant, container));
    }

    private static void check(CheckScope scope, Tenant tenant, Container container) {
        Set<String> allowed = scope.ceilingOf(tenant).map(Ceiling::capabilities).orElse(Set.of());
        SortedSet<String> excess = new TreeSet<>(container.security().capabilities());
        excess.removeAll(allowed);
        if (excess.isEmpty() || scope.isTrustUnknown(tenant)) {
            return;
        }
        String trust = CeilingNames.nameOf(scope.trustOf(tenant));
        Finding finding = Finding.of(
                Code.CAPABILITIES_EXCEED_CEILING,
                container.at().span("security.capabilities", excess.first()),
                CheckScope.title(tenant, container) + " adds " + String.join(", ", excess) + ", which exceeds ceiling "
                        + trust);
        scope.report(withCeiling(scope, tenant, finding)
                .why("tenant " + tenant.name() + " has trust " + trust + "; its containers may add "
                        + (allowed.isEmpty() ? "no capabilities" : String.join(", ", new TreeSet<>(allowed))))
                .fix("remove it, or ask the platform for a higher `trust` or a wider `ceiling " + trust + "`"));
    }

    /** Adds the place of the platform's ceiling to a finding; the built-in one has no place. */
    static Finding withCeiling(CheckScope scope, Tenant tenant, Finding finding) {
        return scope.ceilingOf(tenant)
                .filter(c -> !CheckScope.isStd(c.at()))
                .map(c -> finding.also(c.at().block().span(), "ceiling"))
                .orElse(finding);
    }
}
