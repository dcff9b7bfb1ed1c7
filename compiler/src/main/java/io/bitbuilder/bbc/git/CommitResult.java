package io.bitbuilder.bbc.git;

/** What became of a commit. */
public sealed interface CommitResult {
    /** The ref now names a new commit of this id. */
    record Written(String commitId, String treeId) implements CommitResult {}

    /** The ref's commit, of this id, holds the same tree already; nothing was written. */
    record Unchanged(String commitId, String treeId) implements CommitResult {}

    /** Others moved or hold the ref, so what was compiled is out of date; the reason is a sentence without a full stop. */
    record Moved(String reason) implements CommitResult {}
}
