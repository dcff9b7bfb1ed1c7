package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.ContainerCalls;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks that a container does not deny a group of system calls without which systemd does not work in it. */
public final class NeededSyscalls implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> {
            SortedSet<String> needed =
                    new TreeSet<>(container.security().syscalls().deny());
            needed.removeIf(group -> !ContainerCalls.isNeeded(group));
            if (!needed.isEmpty()) {
                scope.report(Finding.of(
                                Code.NEEDED_SYSCALLS,
                                container.at().span("security.syscalls.deny", needed.first()),
                                CheckScope.title(tenant, container) + " denies " + String.join(", ", needed)
                                        + ", which systemd needs in it")
                        .why("without these calls the container does not start, or has no network or services")
                        .fix("remove " + String.join(", ", needed) + " from `deny`"));
            }
        });
    }
}
