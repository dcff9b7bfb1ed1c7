package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.fault.EnvironmentFault;

/** A name and an address for a commit, as {@code NAME <EMAIL>}; both without line ends and angle brackets. */
public record Identity(String name, String email) {
    /** Who commits when nobody is named. */
    public static final Identity BBC = new Identity("bbc", "bbc@localhost");

    /** Refuses what Git could not read back (git-commit-tree(1)). */
    public Identity {
        if (!isClean(name) || !isClean(email)) {
            throw new EnvironmentFault("a name or address of a commit is empty or has a line end or an angle bracket");
        }
    }

    private static boolean isClean(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '<' || c == '>');
    }
}
