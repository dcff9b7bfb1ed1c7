package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who got what, while the pools are dealt out. */
final class Ledger {
    private final SortedMap<ClaimPath, Grant> all = new TreeMap<>();
    private final SortedSet<ClaimPath> auto = new TreeSet<>();
    private final Set<ClaimPath> failed = new HashSet<>();
    private final Set<BlockPath> silent = new HashSet<>();
    private final List<Claim> fresh = new ArrayList<>();

    /** What was written is granted. */
    void written(Claim claim, Grant grant) {
        all.put(claim.path(), grant);
    }

    /** What a lock says is granted. */
    void dealt(Claim claim, Grant grant) {
        all.put(claim.path(), grant);
        auto.add(claim.path());
    }

    /** A free slot is granted, and no lock knows it yet. */
    void fresh(Claim claim, Grant grant) {
        dealt(claim, grant);
        fresh.add(claim);
    }

    /** Nothing fits; the claim gets something all the same, so that the rest can be checked. */
    void standIn(Claim claim, Grant grant) {
        dealt(claim, grant);
        failed.add(claim.path());
    }

    /** Marks a claim whose grant is a stand-in for a reason that has been reported. */
    void fail(ClaimPath claim) {
        failed.add(claim);
    }

    /** Claims in that scope fail without a word, as the scope itself is wrong. */
    void silence(BlockPath scope) {
        silent.add(scope);
    }

    /** True when a failure of the claim follows from another one. */
    boolean isSilent(Claim claim) {
        return claim.scope().filter(silent::contains).isPresent();
    }

    /** True when the claim has a stand-in. */
    boolean isFailed(ClaimPath claim) {
        return failed.contains(claim);
    }

    /** The grant of a claim, as far as it has been dealt out. */
    Optional<Grant> of(ClaimPath claim) {
        return Optional.ofNullable(all.get(claim));
    }

    /** The claims that got a free slot, which no lock line holds. */
    List<Claim> fresh() {
        return fresh;
    }

    /** The result. */
    Grants grants() {
        return new Grants(all, auto, failed);
    }
}
