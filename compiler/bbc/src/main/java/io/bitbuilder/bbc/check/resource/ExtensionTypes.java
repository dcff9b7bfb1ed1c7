package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks that an extension is in the list of its type, and only once. */
public final class ExtensionTypes implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            check(scope, tenant, workload, workload.extensions().sysext(), ExtensionType.SYSEXT);
            check(scope, tenant, workload, workload.extensions().confext(), ExtensionType.CONFEXT);
        });
    }

    private static void check(
            CheckScope scope, Tenant tenant, Workload workload, List<String> names, ExtensionType type) {
        String field = "extensions." + word(type);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                scope.report(Finding.of(
                                Code.DUPLICATE_EXTENSION,
                                workload.at().span(field),
                                "duplicate extension " + name + " in " + field + " of "
                                        + CheckScope.title(tenant, workload))
                        .why("an extension is merged once")
                        .fix("remove one of them"));
                continue;
            }
            scope.extension(name)
                    .filter(e -> e.type() != type)
                    .ifPresent(e -> scope.report(Finding.of(
                                    Code.WRONG_EXTENSION_TYPE,
                                    workload.at().span(field),
                                    field + " of " + CheckScope.title(tenant, workload) + " names " + name
                                            + ", which is of type " + word(e.type()))
                            .also(e.at().span("type"), "declared here")
                            .why("a sysext is merged into /usr and /opt, a confext into /etc")
                            .fix("move it to `extensions { " + word(e.type()) + " = [" + name + "] }`")));
        }
    }

    private static String word(ExtensionType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
