package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Syscalls;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that the platform's oldest systemd knows the names of all system calls: it would leave unknown ones out of the
 * filter with only a warning. Lowering checks the directives of files.
 */
public final class SystemdVersion implements Check {
    @Override
    public void run(CheckScope scope) {
        int target = scope.platform().systemd();
        if (target >= Catalogue.NEWEST) {
            return;
        }
        scope.eachContainer((tenant, container) -> {
            Container.Syscalls syscalls = container.security().syscalls();
            check(scope, tenant, container, "security.syscalls.allow", syscalls.allow());
            check(scope, tenant, container, "security.syscalls.deny", syscalls.deny());
        });
    }

    private static void check(CheckScope scope, Tenant tenant, Container container, String field, Set<String> named) {
        for (String call : new TreeSet<>(named)) {
            if (!Syscalls.isKnown(call, scope.platform().systemd())) {
                scope.report(Finding.of(
                                Code.UNSUPPORTED_FIELD,
                                container.at().span(field),
                                "unsupported system call " + call + " in `" + field + "` of "
                                        + CheckScope.title(tenant, container) + ": it requires systemd "
                                        + Syscalls.since(call)
                                        + ", the platform runs "
                                        + scope.platform().systemd())
                        .also(scope.platform().at().span("systemd"), "oldest systemd of the fleet")
                        .why("an older systemd leaves the call out of the filter and starts the container anyway")
                        .fix("name a group that contains the call, or raise `systemd` of the platform"));
            }
        }
    }
}
