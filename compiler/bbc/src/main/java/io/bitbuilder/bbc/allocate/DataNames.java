package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of data on hosts: of the lock file, else of the former block, else of the block itself. */
final class DataNames {
    private DataNames() {}

    /** Grants each claim its name. Only names that differ from that of the block are locked. */
    static void allocate(List<Claim> claims, Locks locks, AllocationLedger ledger, Findings findings) {
        Map<Grant, LockLine> removed = removed(claims, locks);
        for (Claim claim : claims) {
            Optional<LockLine> line = locks.of(claim.path()).filter(l -> !l.gone());
            Grant own = new Grant.Data(Renames.NONE.data(claim.path()));
            Grant former = new Grant.Data(locks.renames().data(claim.path()));
            if (line.isPresent()) {
                ledger.dealt(claim, line.get().grant());
            } else if (!former.equals(own)) {
                ledger.fresh(claim, former);
            } else {
                ledger.written(claim, own);
                Optional.ofNullable(removed.get(own)).ifPresent(other -> findings.add(taken(claim, own, other)));
            }
        }
    }

    /** Names whose block is gone: a host that skipped the tree without it still has the data in place. */
    private static Map<Grant, LockLine> removed(List<Claim> claims, Locks locks) {
        Set<ClaimPath> claimed = claims.stream().map(Claim::path).collect(Collectors.toSet());
        return locks.lines().values().stream()
                .filter(line -> line.grant() instanceof Grant.Data && !claimed.contains(line.path()))
                .collect(Collectors.toMap(LockLine::grant, Function.identity(), (a, b) -> a));
    }

    private static Finding taken(Claim claim, Grant name, LockLine other) {
        return Finding.of(
                        Code.DUPLICATE_DATA,
                        claim.span(),
                        "data `" + name + "` of " + claim.path().block().dotted() + " is that of removed "
                                + other.path().block().dotted())
                .also(other.span(), "its line")
                .why("a host may still have the data under this name")
                .fix("give the block another name, or run `bbc lock --collect` once the hosts have removed the other");
    }
}
