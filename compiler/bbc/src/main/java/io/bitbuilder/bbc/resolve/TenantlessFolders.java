package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports folders of tenants in which no file declares the tenant: once for each. */
final class TenantlessFolders {
    private TenantlessFolders() {}

    static void check(List<SourceUnit> units, Set<String> declared, Findings findings) {
        Set<String> seen = new HashSet<>(declared);
        // A tenant of another name, or in a wrong form, is reported as that.
        units.stream()
                .filter(unit -> unit.decls().stream().anyMatch(TenantlessFolders::isTenant))
                .forEach(unit -> {
                    if (unit.file().owner() instanceof Owner.Tenant(String name)) {
                        seen.add(name);
                    }
                });
        units.stream().sorted(Comparator.comparing(unit -> unit.file().path())).forEach(unit -> {
            if (unit.file().owner() instanceof Owner.Tenant(String name) && seen.add(name)) {
                findings.add(finding(unit, name));
            }
        });
    }

    private static boolean isTenant(Decl decl) {
        return decl instanceof Decl.TopLevelBlock top
                && top.entry().kind().text().equals("tenant");
    }

    private static Finding finding(SourceUnit unit, String name) {
        return Finding.of(
                        Code.FOLDER_WITHOUT_TENANT,
                        unit.file().start(),
                        "no file of the folder declares tenant `" + name + "`")
                .why("hosts stop and remove the workloads of a tenant that is not declared")
                .fix("write `tenant " + name + " { }`, or delete the folder");
    }
}
