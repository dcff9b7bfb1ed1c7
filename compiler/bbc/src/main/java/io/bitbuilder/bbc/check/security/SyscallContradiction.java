package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.ContainerCalls;
import io.bitbuilder.systemd.catalogue.Syscalls;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks that no group of system calls is both allowed and denied, itself or as a part of others: the denial wins. */
public final class SyscallContradiction implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> check(scope, tenant, container));
    }

    private static void check(CheckScope scope, Tenant tenant, Container container) {
        Container.Syscalls syscalls = container.security().syscalls();
        if (syscalls.allow().isEmpty() || syscalls.deny().isEmpty()) {
            return;
        }
        Set<String> denied = new TreeSet<>();
        syscalls.deny().forEach(group -> denied.addAll(ContainerCalls.denied(group)));
        SortedSet<String> both = new TreeSet<>(syscalls.allow());
        both.removeIf(group -> !denied.containsAll(Syscalls.expand(group)));
        if (!both.isEmpty()) {
            SortedSet<String> deniers = deniers(syscalls.deny(), both);
            scope.report(Finding.of(
                            Code.CONFLICTING_SYSCALLS,
                            container.at().span("security.syscalls.allow", both.first()),
                            "conflicting system call rules of "
                                    + CheckScope.title(tenant, container) + ": it allows " + String.join(", ", both)
                                    + " and denies "
                                    + String.join(", ", deniers))
                    .also(container.at().span("security.syscalls.deny", deniers.first()), "denied here")
                    .why("a denied call stays denied, so allowing it has no effect")
                    .fix("remove it from `allow` or from `deny`"));
        }
    }

    /** Returns the denied groups that contain calls of those groups. */
    private static SortedSet<String> deniers(Set<String> denied, Set<String> groups) {
        Set<String> calls = new TreeSet<>();
        groups.forEach(group -> calls.addAll(Syscalls.expand(group)));
        SortedSet<String> deniers = new TreeSet<>(denied);
        deniers.removeIf(group -> ContainerCalls.denied(group).stream().noneMatch(calls::contains));
        return deniers;
    }
}
