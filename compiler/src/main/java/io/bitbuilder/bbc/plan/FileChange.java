package io.bitbuilder.bbc.plan;

import java.util.Comparator;
import java.util.List;

/**
 * One file that differs.
 *
 * @param path in the tree
 * @param impact the greatest of its reasons
 * @param reasons the differences, the most dangerous first
 * @param diff the lines that differ, as hunks of a unified diff without file names
 */
public record FileChange(String path, Kind kind, Impact impact, List<Reason> reasons, String diff) {
    /** The order of files in a plan: what {@code raw} writes first, then the most dangerous, then by path. */
    static final Comparator<FileChange> ORDER = Comparator.comparing((FileChange change) -> !change.isRaw())
            .thenComparing(Comparator.comparing(FileChange::impact).reversed())
            .thenComparing(FileChange::path);

    /** How it differs. */
    public enum Kind {
        /** Only the later tree has it. */
        ADDED,
        /** Only the earlier tree has it. */
        REMOVED,
        /** Both have it, with other bytes. */
        CHANGED
    }

    /** Copies. */
    public FileChange {
        reasons = List.copyOf(reasons);
    }

    /** True when it holds directives that {@code raw} writes and that differ. */
    public boolean isRaw() {
        return reasons.stream().anyMatch(Reason::isRaw);
    }
}
