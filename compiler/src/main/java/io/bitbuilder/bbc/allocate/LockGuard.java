package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Catches changes of lock files by hand: on the gate, where the base revision's locks are at hand. Every line that is alive
 * there must still be there with the same value, alive or as a tombstone; only tombstones may disappear.
 */
public final class LockGuard {
    private LockGuard() {}

    /** What moved between two revisions. */
    public static List<Finding> moved(Locks base, Locks head) {
        List<Finding> findings = new ArrayList<>();
        for (LockLine before : base.lines().values()) {
            Optional<LockLine> after = head.of(before.path());
            if (after.isEmpty() && !before.gone()) {
                findings.add(finding(before, before, "has lost its line"));
            } else if (after.isPresent() && !after.get().grant().equals(before.grant())) {
                findings.add(finding(after.get(), before, "moves from " + before.grant() + " to " + after.get().grant()));
            }
        }
        return findings;
    }

    private static Finding finding(LockLine at, LockLine before, String what) {
        return Finding.of(Code.LCK009, at.span(), "locked claim " + before.path() + " " + what)
                .also(before.span(), "the base revision has " + before.grant())
                .why("what is locked never moves: addresses and ports that others rely on would change")
                .fix("take the line back from the base revision; `bbc lock` keeps it, as a tombstone when its claim is gone");
    }
}
