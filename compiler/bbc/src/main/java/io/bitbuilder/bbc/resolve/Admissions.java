package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the tenants that a platform admits with those that are declared. */
final class Admissions {
    private Admissions() {}

    /** Reports tenants that are not admitted, and admissions without a tenant. */
    static void check(Block platform, List<? extends Block> tenants, Findings findings) {
        List<Block> admits = platform.blocks("admit");
        if (admits.isEmpty()) {
            return;
        }
        Set<String> declared = new HashSet<>();
        for (Block tenant : tenants) {
            declared.add(tenant.name());
            if (platform.block("admit", tenant.name()).isEmpty()) {
                findings.add(notAdmitted(platform, tenant, admits.getFirst()));
            }
        }
        // A mistake in the folder of a tenant explains why it is not declared.
        for (Finding finding : findings.all()) {
            if (finding.primary().span().file().owner() instanceof Owner.Tenant(String name)) {
                declared.add(name);
            }
        }
        admits.stream()
                .filter(admit -> !declared.contains(admit.name()))
                .forEach(admit -> findings.add(missing(admit)));
    }

    private static Finding notAdmitted(Block platform, Block tenant, Block first) {
        return Finding.of(
                        Code.TENANT_NOT_ADMITTED,
                        tenant.span(),
                        "tenant `" + tenant.name() + "` is not admitted by the platform")
                .also(first.span(), "the platform admits tenants by name")
                .why("a platform with `admit` blocks admits only the tenants that they name")
                .fix("add `admit " + tenant.name() + " { }` to " + platform.title());
    }

    private static Finding missing(Block admit) {
        return Finding.of(
                        Code.ADMITTED_TENANT_MISSING,
                        admit.span(),
                        "admitted tenant `" + admit.name() + "` is missing: no file declares it")
                .why("hosts stop and remove the workloads of a tenant that is not declared")
                .fix("write `tenant " + admit.name() + " { }` in `tenants/" + admit.name()
                        + "/tenant.bbc`, or remove the admission");
    }
}
