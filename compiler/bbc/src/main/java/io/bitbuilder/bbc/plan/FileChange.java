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
 */
public record FileChange(String path, Kind kind, Impact impact, List<ImpactReason> reasons, String diff) {
    /** Order of files in a plan: raw directives first, then by impact from high to low, then by path. */
    static final Comparator<FileChange> ORDER = Comparator.comparing((FileChange change) -> !change.isRaw())
            .thenComparing(Comparator.comparing(FileChange::impact).reversed())
            .thenComparing(FileChange::path);

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

    /** Returns whether raw directives in the file differ. */
    public boolean isRaw() {
        return reasons.stream().anyMatch(reason -> reason.topic() == ImpactReason.Topic.RAW);
    }
}
