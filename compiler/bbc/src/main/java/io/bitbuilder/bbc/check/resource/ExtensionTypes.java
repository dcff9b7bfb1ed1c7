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

/** Checks that an extension is in the list of its type, and that no list of extensions or services has it twice. */
public final class ExtensionTypes implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            check(scope, tenant, workload, workload.extensions().sysext(), ExtensionType.SYSEXT);
            check(scope, tenant, workload, workload.extensions().confext(), ExtensionType.CONFEXT);
            once(
                    scope,
                    tenant,
                    workload,
                    "services.portable",
                    workload.services().portable());
            once(
                    scope,
                    tenant,
                    workload,
                    "services.systemd",
                    workload.services().systemd());
        });
    }

    private static void check(
            CheckScope scope, Tenant tenant, Workload workload, List<String> names, ExtensionType type) {
        String field = "extensions." + word(type);
        once(scope, tenant, workload, field, names);
        for (String name : names) {
            scope.extension(name)
                    .filter(e -> e.type() != type)
                    .ifPresent(e -> scope.report(Finding.of(
                                    Code.WRONG_EXTENSION_TYPE,
                                    workload.at().span(field, name),
                                    field + " of " + CheckScope.title(tenant, workload) + " names " + name
                                            + ", which is of type " + word(e.type()))
                            .also(e.at().span("type"), "declared here")
                            .why("a sysext is merged into /usr and /opt, a confext into /etc")
                            .fix("move it to `extensions { " + word(e.type()) + " = [" + name + "] }`")));
        }
    }

    private static void once(CheckScope scope, Tenant tenant, Workload workload, String field, List<String> names) {
        boolean extension = field.startsWith("extensions.");
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> scope.report(Finding.of(
                                Code.DUPLICATE_EXTENSION,
                                workload.at().span(field, name),
                                "duplicate " + (extension ? "extension " : "service ") + name + " in " + field + " of "
                                        + CheckScope.title(tenant, workload))
                        .why(extension ? "an extension is merged once" : "a service is started once")
                        .fix("remove one of them")));
    }

    private static String word(ExtensionType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
