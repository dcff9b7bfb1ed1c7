package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Grants during the allocation. */
final class AllocationLedger {
    private final SortedMap<ClaimPath, Grant> all = new TreeMap<>();
    private final SortedSet<ClaimPath> auto = new TreeSet<>();
    private final Set<ClaimPath> failed = new HashSet<>();
    private final Set<BlockPath> silent = new HashSet<>();
    private final List<Claim> fresh = new ArrayList<>();

    /** Grants a pinned value. */
    void written(Claim claim, Grant grant) {
        all.put(claim.path(), grant);
    }

    /** Grants a locked value. */
    void dealt(Claim claim, Grant grant) {
        all.put(claim.path(), grant);
        auto.add(claim.path());
    }

    /** Grants a free slot that no lock has yet. */
    void fresh(Claim claim, Grant grant) {
        dealt(claim, grant);
        fresh.add(claim);
    }

    /** Grants a stand-in to a claim that failed, so that the rest can be checked: a pinned value stands for itself. */
    void standIn(Claim claim, Grant grant) {
        if (claim.pinned().isPresent()) {
            written(claim, grant);
        } else {
            dealt(claim, grant);
        }
        failed.add(claim.path());
    }

    /** Marks a claim as failed for a reported reason. */
    void fail(ClaimPath claim) {
        failed.add(claim);
    }

    /** Silences failures of claims in a scope that is itself invalid. */
    void silence(BlockPath scope) {
        silent.add(scope);
    }

    /** Returns whether a failure of the claim is a consequence of another one. */
    boolean isSilent(Claim claim) {
        return claim.scope().filter(silent::contains).isPresent();
    }

    /** Returns whether the claim has a stand-in. */
    boolean isFailed(ClaimPath claim) {
        return failed.contains(claim);
    }

    /** Returns the grant of a claim; empty before it is allocated. */
    Optional<Grant> of(ClaimPath claim) {
        return Optional.ofNullable(all.get(claim));
    }

    /** Returns the claims that got a free slot and have no lock. */
    List<Claim> fresh() {
        return fresh;
    }

    /** Returns all grants. */
    Grants grants() {
        return new Grants(all, auto, failed);
    }
}
