package io.bitbuilder.systemd.catalogue;

/**
 * Releases of systemd in which a name has a meaning.
 *
 * @param since the first release that reads it, 0 when that is older than 258
 * @param deprecated the first release in which it is deprecated, {@link #NEVER} when it is not
 * @param removed the first release in which it has no effect, {@link #NEVER} when it has one in all
 */
public record Lifespan(int since, int deprecated, int removed) {
    /** A release after all others. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final String OLD = "old";

    /** Parses three columns: a release, {@code old} for one before 258, or nothing. */
    public static Lifespan of(String since, String deprecated, String removed) {
        return new Lifespan(release(since, 0), release(deprecated, NEVER), release(removed, NEVER));
    }

    private static int release(String text, int absent) {
        return text.isEmpty() ? absent : text.equals(OLD) ? 0 : Integer.parseInt(text);
    }

    /** Returns whether that release reads it and it has an effect. */
    public boolean usedBy(int release) {
        return since <= release && release < removed;
    }

    /** Returns whether that release reads it and it is deprecated. */
    public boolean deprecatedIn(int release) {
        return usedBy(release) && deprecated <= release;
    }
}
