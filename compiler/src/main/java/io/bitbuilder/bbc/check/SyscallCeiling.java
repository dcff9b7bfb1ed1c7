package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.value.Syscalls;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks that the allowed system calls of a container do not exceed the ceiling of its tenant's trust. */
final class SyscallCeiling implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachContainer((tenant, container) -> {
            if (!container.security().syscalls().allow().isEmpty()) {
                check(scope, tenant, container);
            }
        });
    }

    private static void check(Scope scope, Tenant tenant, Container container) {
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
        Finding finding = Finding.of(Code.SEC002, container.at().span("security.syscalls.allow"),
                        Scope.title(tenant, container) + " allows " + String.join(", ", excess)
                + ", which exceeds ceiling " + trust);
        scope.report(CapabilityCeiling.withCeiling(scope, tenant, finding)
                .why("tenant " + tenant.name() + " has trust " + trust + "; its containers may allow "
                        + (allowed.isEmpty() ? "no groups" : String.join(", ", new TreeSet<>(allowed))))
                .fix("remove it, or ask the platform for a higher `trust` or a wider `ceiling " + trust + "`"));
    }
}
