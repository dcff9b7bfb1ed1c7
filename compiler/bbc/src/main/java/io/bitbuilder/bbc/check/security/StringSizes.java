package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.ConfReader;
import java.util.List;

/** Checks that the directives of {@code raw} of a block fit in a line that systemd reads, and so does each of them. */
public final class StringSizes implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            raw(scope, "tenant " + tenant.name(), tenant.raw());
            tenant.networks().forEach(n -> raw(scope, CheckScope.title(tenant, n), n.raw()));
            tenant.workloads().forEach(workload -> raw(scope, CheckScope.title(tenant, workload), workload.raw()));
        }
    }

    private static void raw(CheckScope scope, String title, List<Raw> all) {
        long bytes = all.stream()
                .flatMap(raw -> raw.directives().entrySet().stream())
                .mapToLong(e -> e.getValue().values().stream()
                        .mapToLong(v -> bytes(e.getKey()) + bytes(v) + 2)
                        .sum())
                .sum();
        if (bytes > ConfReader.MAX_LINE) {
            scope.report(Finding.of(
                            Code.STRINGS_TOO_LARGE,
                            all.getFirst().at().block().span(),
                            "`raw` of " + title + " has " + bytes + " bytes, which exceeds " + ConfReader.MAX_LINE)
                    .why("systemd reads no longer line")
                    .fix("put long values into files of a volume"));
        }
    }

    /** Returns the most bytes that a string has in a unit: in UTF-8, with all escapes. */
    static long bytes(String text) {
        return text.chars()
                .mapToLong(c -> c < 0x80 ? "\\\"%$".indexOf(c) < 0 ? 1 : 2 : c < 0x800 ? 2 : 3)
                .sum();
    }
}
