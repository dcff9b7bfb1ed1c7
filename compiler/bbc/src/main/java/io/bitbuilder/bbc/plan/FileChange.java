package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import java.util.Comparator;
import java.util.List;

/**
 * Difference of one file.
 *
 * @param path in the tree
 * @param impact the highest impact of its reasons
 * @param reasons the differences, highest impact first
 * @param diff the lines that differ, as hunks of a unified diff without file names
 * @param own names and allocated values of the tenant, workload or network of the file
 */
public record FileChange(
        String path, Kind kind, Impact impact, List<ImpactReason> reasons, String diff, OwnValues own) {
    /** From dangerous to harmless: what is given up or made anew, raw directives, restarts, reloads, the rest. */
    static final Comparator<FileChange> DANGER = Comparator.comparing(
                    (FileChange change) -> change.isAtLeast(Impact.RECREATE) ? change.impact() : Impact.NONE)
            .thenComparing(FileChange::isRaw)
            .thenComparing(FileChange::impact)
            .reversed();

    /** Order of files in a plan: by danger, then by path. */
    static final Comparator<FileChange> ORDER = DANGER.thenComparing(FileChange::path);

    /** Kind of difference. */
    public enum Kind {
        /** Only the later tree has the file. */
        ADDED,
        /** Only the earlier tree has the file. */
        REMOVED,
        /** Both trees have the file, with different bytes. */
        CHANGED
    }

    /** Copies. */
    public FileChange {
        reasons = List.copyOf(reasons);
    }

    /** Returns whether the impact is that one or a higher one. */
    boolean isAtLeast(Impact other) {
        return impact.compareTo(other) >= 0;
    }

    /** Returns whether raw directives in the file differ. */
    public boolean isRaw() {
        return reasons.stream().anyMatch(reason -> reason.topic() == ImpactReason.Topic.RAW);
    }
}
