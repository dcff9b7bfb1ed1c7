package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.CeilingNames;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.Syscalls;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks that the allowed system calls of a container do not exceed the ceiling of its tenant's trust. */
public final class SyscallCeiling implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> {
            if (!container.security().syscalls().allow().isEmpty()) {
                check(scope, tenant, container);
            }
        });
    }

    private static void check(CheckScope scope, Tenant tenant, Container container) {
        Set<String> allowed = scope.ceilingOf(tenant).map(Ceiling::syscalls).orElse(Set.of());
        SortedSet<String> excess = new TreeSet<>(container.security().syscalls().allow());
        excess.removeAll(allowed);
        Set<String> calls = new TreeSet<>();
        allowed.forEach(group -> calls.addAll(Syscalls.expand(group)));
        excess.removeIf(group -> calls.containsAll(Syscalls.expand(group)));
        if (excess.isEmpty() || scope.isTrustUnknown(tenant)) {
            return;
        }
        String trust = CeilingNames.nameOf(scope.trustOf(tenant));
        Finding finding = Finding.of(
                Code.SYSCALLS_EXCEED_CEILING,
                container.at().span("security.syscalls.allow", excess.first()),
                CheckScope.title(tenant, container) + " allows " + String.join(", ", excess)
                        + ", which exceeds ceiling " + trust);
        scope.report(CapabilityCeiling.withCeiling(scope, tenant, finding)
                .why("tenant " + tenant.name() + " has trust " + trust + "; its containers may allow "
                        + (allowed.isEmpty() ? "no groups" : String.join(", ", new TreeSet<>(allowed))))
                .fix("remove it, or ask the platform for a higher `trust` or a wider `ceiling " + trust + "`"));
    }
}
