package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merge of two versions of a lock file. Lines are independent of each other: each is that of the side which changed it,
 * and only a claim with two new values is a conflict.
 */
public final class LockMerge {
    private final SortedMap<ClaimPath, LockLine> base;
    private final SortedMap<ClaimPath, LockLine> ours;
    private final SortedMap<ClaimPath, LockLine> theirs;
    private boolean conflict;

    private LockMerge(Locks base, Locks ours, Locks theirs) {
        this.base = base.lines();
        this.ours = ours.lines();
        this.theirs = theirs.lines();
    }

    /** Merged lock file; a conflict is between markers in its text. */
    public record Result(String text, boolean conflict) {}

    /** Returns the merge of three versions, each of which may be empty; empty if one is invalid, which is reported. */
    public static Optional<Result> of(SourceFile base, SourceFile ours, SourceFile theirs, Findings findings) {
        LockMerge merge = new LockMerge(read(base, findings), read(ours, findings), read(theirs, findings));
        return findings.hasErrors() ? Optional.empty() : Optional.of(merge.result(LockFile.tenantOf(ours.path())));
    }

    private static Locks read(SourceFile file, Findings findings) {
        return file.text().isEmpty() ? Locks.NONE : LockFile.read(List.of(file), findings);
    }

    private Result result(String tenant) {
        SortedSet<ClaimPath> claims = new TreeSet<>(ours.keySet());
        claims.addAll(theirs.keySet());
        SortedMap<ClaimPath, String> lines = new TreeMap<>();
        claims.forEach(claim -> lines.put(claim, line(claim)));
        return new Result(LockFile.text(tenant, lines.values()), conflict);
    }

    /** Returns the merged line of a claim; empty if one side dropped it and the other left it. */
    private String line(ClaimPath claim) {
        String before = text(base, claim);
        String mine = text(ours, claim);
        String other = text(theirs, claim);
        if (mine.equals(other) || other.equals(before)) {
            return mine;
        }
        if (mine.equals(before)) {
            return other;
        }
        conflict = true;
        return "<<<<<<< ours\n" + mine + (mine.isEmpty() ? "" : "\n") + "=======\n" + other
                + (other.isEmpty() ? "" : "\n") + ">>>>>>> theirs";
    }

    private static String text(SortedMap<ClaimPath, LockLine> lines, ClaimPath claim) {
        return Optional.ofNullable(lines.get(claim)).map(LockFile::text).orElse("");
    }
}
