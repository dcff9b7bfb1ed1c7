package io.bitbuilder.bbc.catalogue;

/**
 * In which releases of systemd a name means something.
 *
 * @param since      the first release that reads it, 0 when that is older than 258
 * @param deprecated the first release that advises against it, {@link #NEVER} when none does
 * @param removed    the first release in which it has no effect, {@link #NEVER} when it has one in all
 */
public record Lifespan(int since, int deprecated, int removed) {
    /** A release that is not out. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final String OLD = "old";

    /** From the texts of three columns: a release, {@code old} for one before 258, or nothing. */
    public static Lifespan of(String since, String deprecated, String removed) {
        return new Lifespan(release(since, 0), release(deprecated, NEVER), release(removed, NEVER));
    }

    private static int release(String text, int absent) {
        return text.isEmpty() ? absent : text.equals(OLD) ? 0 : Integer.parseInt(text);
    }

    /** True when that release reads it and uses what it says. */
    public boolean usedBy(int release) {
        return since <= release && release < removed;
    }

    /** True when that release reads it and advises against it. */
    public boolean deprecatedIn(int release) {
        return usedBy(release) && deprecated <= release;
    }
}
