package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;

/** Name and address for a commit, as {@code NAME <EMAIL>}; both without line ends and angle brackets. */
public record CommitIdentity(String name, String email) {
    /** Default committer. */
    public static final CommitIdentity BBC = new CommitIdentity("bbc", "bbc@localhost");

    /** Refuses names that Git could not read back (git-commit-tree(1)). */
    public CommitIdentity {
        if (!isClean(name) || !isClean(email)) {
            throw new EnvironmentFault(
                    "the name or address of a committer is empty or contains a line end or an angle bracket");
        }
    }

    private static boolean isClean(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '<' || c == '>');
    }
}
