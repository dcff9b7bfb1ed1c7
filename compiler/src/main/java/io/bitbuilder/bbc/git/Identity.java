package io.bitbuilder.bbc.git;

/** A name and an address for a commit, as {@code NAME <EMAIL>}; both without line ends and angle brackets. */
public record Identity(String name, String email) {
    /** Who commits when nobody is named. */
    public static final Identity BBC = new Identity("bbc", "bbc@localhost");

    /** Refuses what Git could not read back (git-commit-tree(1)). */
    public Identity {
        if (!isClean(name) || !isClean(email)) {
            throw new IllegalArgumentException("a name or address with a line end or angle bracket");
        }
    }

    private static boolean isClean(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '<' || c == '>');
    }
}
