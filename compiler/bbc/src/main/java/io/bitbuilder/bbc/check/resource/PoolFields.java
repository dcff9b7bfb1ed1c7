package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.security.UidRanges;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that a pool has exactly the fields that its name requires and holds only usable values. */
public final class PoolFields implements Check {
    /** Longest prefixes that leave room for a gateway and guests. */
    private static final int LONGEST4 = 29;

    private static final int LONGEST6 = 126;

    @Override
    public void run(CheckScope scope) {
        for (Pool pool : scope.platform().pools()) {
            problem(pool)
                    .ifPresent(problem -> scope.report(
                            Finding.of(Code.INVALID_POOL, pool.at().block().span(), problem)
                                    .why("`auto` draws from the pool, so every slot must be usable")
                                    .fix(form(pool.name()))));
        }
    }

    private static Optional<String> problem(Pool pool) {
        List<String> fields = new ArrayList<>();
        pool.from().ifPresent(v -> fields.add("from"));
        pool.from6().ifPresent(v -> fields.add("from6"));
        pool.prefix().ifPresent(v -> fields.add("prefix"));
        pool.range().ifPresent(v -> fields.add("range"));
        List<String> wanted = switch (pool.name()) {
            case "subnets4" -> List.of("from", "prefix");
            case "subnets6" -> List.of("from6", "prefix");
            case "ports", "uids", "cids" -> List.of("range");
            default -> List.of();
        };
        if (wanted.isEmpty()) {
            return Optional.of("unknown pool " + pool.name());
        }
        if (!fields.equals(wanted)) {
            return Optional.of("pool " + pool.name() + " requires " + String.join(" and ", wanted)
                    + (fields.isEmpty() ? "" : ", but has " + String.join(", ", fields)));
        }
        return content(pool);
    }

    private static Optional<String> content(Pool pool) {
        long prefix = pool.prefix().orElse(0L);
        return switch (pool.name()) {
            case "subnets4" -> parts(pool.from().map(Subnet4::prefix).orElse(0), prefix, LONGEST4);
            case "subnets6" -> parts(pool.from6().map(Subnet6::prefix).orElse(0), prefix, LONGEST6);
            case "ports" -> within(pool, new IntRange(1, 65535));
            case "uids" -> within(pool, UidRanges.CONTAINERS);
            default -> within(pool, new IntRange(3, 4294967294L));
        };
    }

    private static Optional<String> parts(int from, long prefix, int longest) {
        return prefix < from || prefix > longest
                ? Optional.of("prefix " + prefix + " is out of range: subnets of a /" + from + " pool are /" + from
                        + " to /" + longest)
                : Optional.empty();
    }

    private static Optional<String> within(Pool pool, IntRange most) {
        IntRange range = pool.range().orElse(most);
        return most.contains(range.first()) && most.contains(range.last())
                ? Optional.empty()
                : Optional.of("range " + range + " of pool " + pool.name() + " exceeds " + most);
    }

    private static String form(String name) {
        return switch (name) {
            case "subnets4" -> "write it as `pool subnets4 { from = 10.64.0.0/10; prefix = 24 }`";
            case "subnets6" -> "write it as `pool subnets6 { from6 = fd6c:6263::/32; prefix = 64 }`";
            case "ports" -> "write it as `pool ports { range = 20000..29999 }`";
            case "uids" -> "write it as `pool uids { range = 1048576..1879048191 }`";
            case "cids" -> "write it as `pool cids { range = 1024..1048575 }`";
            default -> "use one of subnets4, subnets6, ports, uids, cids";
        };
    }
}
