package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        Map<String, Integer> newer = newerCalls(target);
        scope.eachContainer((tenant, container) -> {
            Container.Syscalls syscalls = container.security().syscalls();
            check(scope, tenant, container, "security.syscalls.allow", syscalls.allow(), newer);
            check(scope, tenant, container, "security.syscalls.deny", syscalls.deny(), newer);
        });
    }

    private static void check(
            CheckScope scope,
            Tenant tenant,
            Container container,
            String field,
            Set<String> named,
            Map<String, Integer> newer) {
        for (String call : new TreeSet<>(named)) {
            Integer since = newer.get(call);
            if (since != null) {
                scope.report(Finding.of(
                                Code.UNSUPPORTED_FIELD,
                                container.at().span(field),
                                "unsupported system call " + call + " in `" + field + "` of "
                                        + CheckScope.title(tenant, container) + ": it requires systemd " + since
                                        + ", the platform runs "
                                        + scope.platform().systemd())
                        .also(scope.platform().at().span("systemd"), "oldest systemd of the fleet")
                        .why("an older systemd leaves the call out of the filter and starts the container anyway")
                        .fix("name a group that contains the call, or raise `systemd` of the platform"));
            }
        }
    }

    private static Map<String, Integer> newerCalls(int target) {
        Map<String, Integer> newer = new TreeMap<>();
        CatalogueTable.rows("syscalls.tsv", 2).stream()
                .filter(row -> !row.get(1).isEmpty() && Integer.parseInt(row.get(1)) > target)
                .forEach(row -> newer.put(row.get(0), Integer.valueOf(row.get(1))));
        return newer;
    }
}
