package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimLimit;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Limits what one tenant holds of a pool, by claims and by lines of its lock file. A claim above the limit gets no
 * slot, so that the pool is never empty for another tenant because of it.
 */
final class PoolShares {
    private final TenantLimits limits;
    private final Findings findings;
    private final Set<Exceeded> reported = new HashSet<>();

    /** Limit that a tenant exceeds. */
    private record Exceeded(String tenant, ClaimLimit limit) {}

    /**
     * Claim or lock line.
     *
     * @param rank order in which they are kept: locked, written (small ones first), new, then lines whose claim is gone
     * @param slots slots of the pool that it takes
     */
    private record Item(ClaimPath path, Span span, int rank, long slots) {
        private static final Comparator<Item> ORDER = Comparator.comparingInt(Item::rank)
                .thenComparingLong(Item::slots)
                .thenComparing(Item::path);

        boolean isLine() {
            return rank == LINE;
        }

        /** Returns how much it counts: outside the pool as one. */
        long weight() {
            return Math.max(1, slots);
        }
    }

    private static final int LOCKED = 0;
    private static final int WRITTEN = 1;
    private static final int NEW = 2;
    private static final int LINE = 3;

    PoolShares(TenantLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Returns the claims and lines by which tenants exceed their limits, and reports the first of each tenant. */
    Set<ClaimPath> excess(SlotSpace pool, ResourceKind resource, List<Claim> claims, List<LockLine> lines) {
        Map<ClaimPath, LockLine> unused = new HashMap<>();
        lines.forEach(line -> unused.put(line.path(), line));
        Map<String, List<Item>> tenants = new TreeMap<>();
        for (Claim claim : claims) {
            boolean locked =
                    unused.remove(claim.path()) != null && claim.pinned().isEmpty();
            int rank = locked ? LOCKED : claim.pinned().isPresent() ? WRITTEN : NEW;
            long slots = claim.pinned()
                    .map(grant -> pool.slotsOf(grant).map(IntRange::size).orElse(0L))
                    .orElse(1L);
            add(tenants, new Item(claim.path(), claim.span(), rank, slots));
        }
        unused.values().forEach(line -> add(tenants, new Item(line.path(), line.span(), LINE, 1)));
        Set<ClaimPath> excess = new HashSet<>();
        tenants.forEach((tenant, items) -> limits.of(tenant, ClaimLimit.of(resource))
                .ifPresent(most -> excess.addAll(excess(pool, resource, tenant, items, most))));
        return excess;
    }

    private static void add(Map<String, List<Item>> tenants, Item item) {
        tenants.computeIfAbsent(item.path.tenant(), t -> new ArrayList<>()).add(item);
    }

    private List<ClaimPath> excess(
            SlotSpace pool, ResourceKind resource, String tenant, List<Item> items, TenantLimits.Most most) {
        items.sort(Item.ORDER);
        List<Item> excess = new ArrayList<>();
        long count = 0;
        long slots = 0;
        for (Item item : items) {
            if (count + item.weight() > most.count() || slots + item.slots > most.slots(pool.size())) {
                excess.add(item);
            } else {
                count += item.weight();
                slots += item.slots;
            }
        }
        if (!excess.isEmpty() && reported.add(new Exceeded(tenant, ClaimLimit.of(resource)))) {
            report(pool, ClaimLimit.of(resource), tenant, items, excess.getFirst(), most);
        }
        return excess.stream().map(Item::path).toList();
    }

    private void report(
            SlotSpace pool, ClaimLimit limit, String tenant, List<Item> items, Item first, TenantLimits.Most most) {
        long count = items.stream().mapToLong(Item::weight).sum();
        long slots = items.stream().mapToLong(Item::slots).sum();
        boolean counted = count > most.count();
        Finding finding = Finding.of(
                        Code.CLAIMS_EXCEED_LIMIT,
                        first.span,
                        counted
                                ? "tenant " + tenant + " claims " + count + " " + limit.word() + ", which exceeds the "
                                        + most.count() + " of ceiling " + most.ceiling()
                                : "tenant " + tenant + " claims " + slots + " of the " + pool.size() + " slots of "
                                        + pool.describe() + ", which exceeds its share of " + most.share())
                .label(
                        first.slots > 1
                                ? "counts as the " + first.slots + " slots that it overlaps in " + pool.describe()
                                : "");
        Finding shown = most.span().map(span -> finding.also(span, "ceiling")).orElse(finding);
        String value = counted ? limit.word() + " = " + count : "share = 100%";
        findings.add(shown.why("other tenants draw from the same pools and run on the same hosts")
                .fix((first.isLine() ? "run `bbc lock --collect` to drop lines whose claim is gone" : "remove some")
                        + ", or ask the platform for `claims { " + value + " }` in `" + most.request() + "`"));
    }
}
