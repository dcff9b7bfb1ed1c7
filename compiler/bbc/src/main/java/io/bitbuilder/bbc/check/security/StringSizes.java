package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.List;

/** Checks that the strings of a block fit in its files: an environment in the kernel, `raw` in what systemd reads. */
public final class StringSizes implements Check {
    /** Half of what the kernel accepts for arguments and environment of a process with the usual stack (execve(2)). */
    private static final long MOST = 1 << 20;

    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            raw(scope, "tenant " + tenant.name(), tenant.raw());
            tenant.networks().forEach(n -> raw(scope, CheckScope.title(tenant, n), n.raw()));
            tenant.workloads().forEach(workload -> {
                String title = CheckScope.title(tenant, workload);
                raw(scope, title, workload.raw());
                check(
                        scope,
                        "environment of " + title,
                        env(workload),
                        workload.at().span("env"));
            });
        }
    }

    private static long env(Workload workload) {
        return workload.env().entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length() + 2L)
                .sum();
    }

    private static void raw(CheckScope scope, String title, List<Raw> all) {
        long bytes = all.stream()
                .flatMap(raw -> raw.directives().entrySet().stream())
                .mapToLong(e -> e.getValue().values().stream()
                        .mapToLong(v -> e.getKey().length() + v.length() + 2L)
                        .sum())
                .sum();
        if (!all.isEmpty()) {
            check(scope, "`raw` of " + title, bytes, all.getFirst().at().block().span());
        }
    }

    private static void check(CheckScope scope, String what, long characters, Span span) {
        if (characters > MOST) {
            scope.report(Finding.of(
                            Code.STRINGS_TOO_LARGE,
                            span,
                            what + " has " + characters + " characters, which exceeds " + MOST)
                    .why("Linux starts no process with a larger environment, and systemd reads no larger file")
                    .fix("put long values into files of a volume"));
        }
    }
}
