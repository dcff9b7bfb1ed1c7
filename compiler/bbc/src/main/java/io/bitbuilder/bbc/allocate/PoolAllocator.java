package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.IntRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Allocates from one pool: first reserved, pinned and locked slots, then free slots for the rest by hash. */
final class PoolAllocator {
    private static final int SHOWN = 5;

    private final SlotSpace space;
    private final SlotSet slots;
    private final Locks locks;
    private final AllocationLedger ledger;
    private final Findings findings;
    private final TreeMap<Long, Taken> reserved = new TreeMap<>();
    private final Map<Long, LockLine> lockedSlots = new HashMap<>();

    /** Reserved slots up to a last one. */
    private record Taken(long last, String holder) {}

    PoolAllocator(SlotSpace space, Locks locks, AllocationLedger ledger, Findings findings) {
        this.space = space;
        this.slots = new SlotSet(space.size());
        this.locks = locks;
        this.ledger = ledger;
        this.findings = findings;
    }

    /** Reserves slots. */
    void reserve(IntRange range, String holder) {
        slots.take(range.first(), range.last());
        reserved.merge(range.first(), new Taken(range.last(), holder), (a, b) -> a.last >= b.last ? a : b);
    }

    /**
     * Assigns each claim its grant.
     *
     * @param claims claims that draw from this pool, sorted
     * @param lines lock lines of this pool, including those whose claim is gone
     */
    void deal(List<Claim> claims, List<LockLine> lines) {
        for (Claim claim : claims) {
            claim.pinned().ifPresent(grant -> {
                space.slotsOf(grant).ifPresent(s -> slots.take(s.first(), s.last()));
                ledger.written(claim, grant);
            });
        }
        lines.forEach(this::occupy);
        List<Claim> rest = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.pinned().isEmpty() && !locked(claim)) {
                rest.add(claim);
            }
        }
        probe(claims, rest);
    }

    private void occupy(LockLine line) {
        if (space.holds(line.grant())) {
            long slot = space.slotsOf(line.grant()).orElseThrow().first();
            slots.take(slot, slot);
        }
    }

    private boolean locked(Claim claim) {
        Optional<LockLine> found = locks.of(claim.path()).filter(line -> belongs(line, claim));
        if (found.isEmpty()) {
            return false;
        }
        LockLine line = found.get();
        Optional<IntRange> slot = space.holds(line.grant()) ? space.slotsOf(line.grant()) : Optional.empty();
        Optional<Finding> wrong = slot.map(s -> conflict(line, s.first())).orElseGet(() -> Optional.of(outside(line)));
        wrong.ifPresentOrElse(
                finding -> {
                    findings.add(finding);
                    ledger.standIn(claim, line.grant());
                },
                () -> ledger.dealt(claim, line.grant()));
        return true;
    }

    /** Returns whether the line counts for the claim: a position counts only in the attachment's current network. */
    private static boolean belongs(LockLine line, Claim claim) {
        return !(line.grant() instanceof Grant.Position p)
                || claim.scope().filter(p.network()::equals).isPresent();
    }

    private Optional<Finding> conflict(LockLine line, long slot) {
        Map.Entry<Long, Taken> taken = reserved.floorEntry(slot);
        if (taken != null && taken.getValue().last >= slot) {
            return Optional.of(Finding.of(
                            Code.LOCKED_SLOT_UNAVAILABLE,
                            line.span(),
                            line.path() + " is locked to " + line.grant() + ", which is reserved for "
                                    + taken.getValue().holder)
                    .why("a locked claim keeps its value, so the newer reservation must change")
                    .fix("revert the reservation, or delete the line and run `bbc lock`, which moves the claim"));
        }
        LockLine other = lockedSlots.putIfAbsent(slot, line);
        return other == null
                ? Optional.empty()
                : Optional.of(Finding.of(
                                Code.DUPLICATE_LOCKED_SLOT,
                                line.span(),
                                "duplicate locked value " + line.grant() + " of " + line.path() + " and "
                                        + other.path())
                        .also(other.span(), "other line")
                        .why("two branches allocated the same slot, or a line was changed by hand")
                        .fix("delete the line that the target branch does not have and run `bbc lock`"));
    }

    private Finding outside(LockLine line) {
        return Finding.of(
                        Code.LOCKED_SLOT_UNAVAILABLE,
                        line.span(),
                        line.path() + " is locked to " + line.grant() + ", which is outside " + space.describe())
                .why("a locked claim keeps its value, and `auto` draws only from the pool")
                .fix("restore the file or the pool from Git, or delete the line and run `bbc lock`, which "
                        + "moves the claim");
    }

    private void probe(List<Claim> claims, List<Claim> rest) {
        List<Claim> failed = new ArrayList<>();
        for (Claim claim : rest) {
            OptionalLong slot = ProbeSequence.take(slots, locks.renames().former(claim.path()));
            if (slot.isPresent()) {
                ledger.fresh(claim, space.at(slot.getAsLong()));
            } else {
                failed.add(claim);
                ledger.standIn(claim, space.at(0));
            }
        }
        if (!failed.isEmpty() && !ledger.isSilent(claims.getFirst())) {
            findings.add(full(claims, failed));
        }
    }

    /** Returns how many slots a claim takes: a written range, all that it overlaps. */
    private long size(Claim claim) {
        return claim.pinned()
                .map(grant -> space.slotsOf(grant).map(IntRange::size).orElse(0L))
                .orElse(1L);
    }

    private Finding full(List<Claim> claims, List<Claim> failed) {
        Set<Claim> without = Collections.newSetFromMap(new IdentityHashMap<>());
        without.addAll(failed);
        Map<String, Long> held = claims.stream()
                .filter(c -> !without.contains(c))
                .collect(Collectors.groupingBy(Claim::tenant, TreeMap::new, Collectors.summingLong(this::size)));
        List<Map.Entry<String, Long>> most = held.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        String holders = most.stream()
                .limit(SHOWN)
                .map(e -> e.getKey() + " holds " + e.getValue())
                .collect(Collectors.joining(", "));
        String others = most.size() > SHOWN ? ", " + (most.size() - SHOWN) + " more tenants hold the rest" : "";
        Claim first = failed.getFirst();
        return Finding.of(
                        Code.POOL_EXHAUSTED,
                        first.span(),
                        space.describe() + " is exhausted; no value is left for "
                                + (failed.size() == 1
                                        ? first.path()
                                        : failed.size() + " claims, first " + first.path()))
                .why("it has " + space.size() + " slots"
                        + (holders.isEmpty() ? ", all reserved" : ": " + holders + others))
                .fix("enlarge it, or run `bbc lock --collect` to free slots of claims that are gone");
    }
}
