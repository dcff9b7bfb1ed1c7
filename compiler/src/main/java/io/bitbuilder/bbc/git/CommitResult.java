package io.bitbuilder.bbc.git;

/** What became of a commit; a ref that others moved or hold is a {@link io.bitbuilder.bbc.fault.MovedFault}. */
public sealed interface CommitResult {
    /** The ref now names a new commit of this id. */
    record Written(String commitId, String treeId) implements CommitResult {}

    /** The ref's commit, of this id, holds the same tree already; nothing was written. */
    record Unchanged(String commitId, String treeId) implements CommitResult {}
}
