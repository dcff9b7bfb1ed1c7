package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks that an extension is in the list of its type, and only once. */
final class ExtensionTypes implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            check(scope, tenant, workload, workload.extensions().sysext(), ExtensionType.SYSEXT);
            check(scope, tenant, workload, workload.extensions().confext(), ExtensionType.CONFEXT);
        });
    }

    private static void check(Scope scope, Tenant tenant, Workload workload, List<String> names, ExtensionType type) {
        String field = "extensions." + word(type);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                scope.report(Finding.of(Code.EXT002, workload.at().span(field),
                                "duplicate extension " + name + " in " + field + " of " + Scope.title(tenant, workload))
                        .why("an extension is merged once")
                        .fix("remove one of them"));
                continue;
            }
            scope.extension(name).filter(e -> e.type() != type).ifPresent(e -> scope.report(
                    Finding.of(Code.EXT001, workload.at().span(field),
                                    field + " of " + Scope.title(tenant, workload) + " names " + name + ", which is of type " + word(e.type()))
                            .also(e.at().span("type"), "declared here")
                            .why("a sysext is merged into /usr and /opt, a confext into /etc")
                            .fix("move it to `extensions { " + word(e.type()) + " = [" + name + "] }`")));
        }
    }

    private static String word(ExtensionType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
