package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.fleet.DataName;
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
        for (LockLine before : base.after(head.renames()).lines().values()) {
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

    /**
     * Reports lines of the head, not in the base, with values that were never allocated: a live line without a claim,
     * and a tombstone of a claim that the base did not have.
     *
     * @param before the grants of the base
     * @param after the grants of the head
     */
    public static List<Finding> invented(Locks base, Grants before, Locks head, Grants after) {
        Locks known = base.after(head.renames());
        return head.lines().values().stream()
                .filter(line -> known.of(line.path()).isEmpty())
                .filter(line -> !isAllocated(line, head.renames(), before, after))
                .map(LockIntegrity::unused)
                .toList();
    }

    private static boolean isAllocated(LockLine line, Renames renames, Grants before, Grants after) {
        ClaimPath former = renames.former(line.path());
        if (line.gone()) {
            return before.auto().contains(former)
                    && before.of(former)
                            .map(renames::current)
                            .filter(line.grant()::equals)
                            .isPresent();
        }
        // A name of data comes from the base or from `was`, so that no tenant can write that of another.
        boolean own = !(line.grant() instanceof Grant.Data(DataName name))
                || name.equals(before.of(former).isPresent() ? before.data(former) : renames.data(line.path()));
        return own && after.auto().contains(line.path());
    }

    private static Finding unused(LockLine line) {
        return Finding.of(
                        Code.UNUSED_LOCK_LINE,
                        line.span(),
                        "unused locked value " + line.grant() + " of " + (line.gone() ? "removed " : "") + line.path())
                .why("no claim was allocated this value; the line would only take it from others")
                .fix("delete the line; `bbc lock` writes those that are needed");
    }

    private static Finding finding(LockLine at, LockLine before, String what) {
        return Finding.of(Code.LOCK_CHANGED, at.span(), "locked claim " + before.path() + " " + what)
                .also(before.span(), "the base revision has " + before.grant())
                .why("a locked claim never changes: others rely on its address or port")
                .fix("restore the line from the base revision; `bbc lock` keeps it, as a tombstone if its "
                        + "claim is gone");
    }
}
