package io.bitbuilder.bbc.git;

/**
 * Result of a commit; a concurrently changed or locked ref is a {@link io.bitbuilder.core.fault.MovedFault} instead.
 */
public sealed interface CommitResult {
    /** The ref now names a new commit with this id. */
    record Written(String commitId, String treeId) implements CommitResult {}

    /** The ref's commit, with this id, already has the same tree; nothing was written. */
    record Unchanged(String commitId, String treeId) implements CommitResult {}
}
