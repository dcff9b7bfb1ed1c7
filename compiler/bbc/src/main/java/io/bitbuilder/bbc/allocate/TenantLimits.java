package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimLimit;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maximum of what each tenant may hold: of its admission, else of the ceiling of its trust. */
final class TenantLimits {
    /** Trust of a tenant without admission. */
    private static final String STANDARD = "standard";

    private final Map<String, Block> admits;
    private final Map<String, Block> ceilings;

    private TenantLimits(Map<String, Block> admits, Map<String, Block> ceilings) {
        this.admits = admits;
        this.ceilings = ceilings;
    }

    /**
     * Maximum of one tenant.
     *
     * @param count claims
     * @param share share of the pool
     * @param ceiling name of the ceiling
     * @param request the block to ask for more, {@code admit acme}
     * @param span the ceiling; empty for the built-in one
     */
    record Most(long count, Percent share, String ceiling, String request, Optional<Span> span) {
        /** Returns the maximum number of slots of a pool of that size. */
        long slots(long size) {
            return Math.max(1, share.of(size));
        }

        /** Returns the finding that a tenant has more claims than its maximum; the first of these is there. */
        Finding exceeded(String tenant, ClaimLimit limit, long claimed, Span first) {
            Finding finding = Finding.of(
                    Code.CLAIMS_EXCEED_LIMIT,
                    first,
                    "tenant " + tenant + " claims " + claimed + " " + limit.word() + ", which exceeds the " + count
                            + " of ceiling " + ceiling);
            return span.map(at -> finding.also(at, "ceiling"))
                    .orElse(finding)
                    .why("other tenants draw from the same pools and run on the same hosts")
                    .fix("remove some, or ask the platform for `claims { " + limit.word() + " = " + claimed + " }` in `"
                            + request + "`");
        }
    }

    static TenantLimits of(Block platform) {
        return new TenantLimits(byName(platform, "admit"), byName(platform, "ceiling"));
    }

    private static Map<String, Block> byName(Block platform, String kind) {
        return platform.blocks(kind).stream()
                .collect(Collectors.toMap(Block::name, Function.identity(), (first, second) -> first));
    }

    /** Returns the maximum; empty when a mistake of the platform, which is reported, hides it. */
    Optional<Most> of(String tenant, ClaimLimit limit) {
        Optional<Block> admit = Optional.ofNullable(admits.get(tenant));
        String trust = admit.flatMap(a -> a.plan("trust", String.class)).orElse(STANDARD);
        Block ceiling = ceilings.get(trust);
        if (ceiling == null) {
            return Optional.empty();
        }
        String request = admit.isPresent() ? "admit " + tenant : "ceiling " + trust;
        Optional<Span> span =
                ceiling.span().file().owner() instanceof Owner.Std ? Optional.empty() : Optional.of(ceiling.span());
        return value(admit, ceiling, "claims." + limit.word(), Long.class)
                .flatMap(count -> value(admit, ceiling, "claims.share", Percent.class)
                        .map(share -> new Most(count, share, trust, request, span)));
    }

    private static <T> Optional<T> value(Optional<Block> admit, Block ceiling, String field, Class<T> type) {
        return admit.flatMap(a -> a.plan(field, type)).or(() -> ceiling.plan(field, type));
    }
}
