package io.bitbuilder.bbc.allocate;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Detects manual changes of lock files on the gate, which has the locks of the base revision. Every live line of the
 * base must keep its value in the head, live or as a tombstone; only tombstones may disappear.
 */
public final class LockIntegrity {
    private LockIntegrity() {}

    /** Reports the claims that changed between two revisions. */
    public static List<Finding> moved(Locks base, Locks head) {
        List<Finding> findings = new ArrayList<>();
        for (LockLine before : base.lines().values()) {
            Optional<LockLine> after = head.of(before.path());
            if (after.isEmpty() && !before.gone()) {
                findings.add(finding(before, before, "lost its line"));
            } else if (after.isPresent() && !after.get().grant().equals(before.grant())) {
                findings.add(finding(
                        after.get(),
                        before,
                        "changed from " + before.grant() + " to " + after.get().grant()));
            }
        }
        return findings;
    }

    private static Finding finding(LockLine at, LockLine before, String what) {
        return Finding.of(Code.LOCK_CHANGED, at.span(), "locked claim " + before.path() + " " + what)
                .also(before.span(), "the base revision has " + before.grant())
                .why("a locked claim never changes: others rely on its address or port")
                .fix("restore the line from the base revision; `bbc lock` keeps it, as a tombstone if its "
                        + "claim is gone");
    }
}
