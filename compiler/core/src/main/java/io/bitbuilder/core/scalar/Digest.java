package io.bitbuilder.core.scalar;

/** SHA-256 digest: 64 lower-case hex digits; its text has the prefix {@code sha256:}. */
public record Digest(String hex) implements Comparable<Digest> {
    private static final String PREFIX = "sha256:";

    /** Returns the digest, or why it is invalid. */
    public static Parsed<Digest> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Parsed.bad("it does not begin with `sha256:`");
        }
        String hex = text.substring(PREFIX.length());
        boolean good =
                hex.length() == 64 && hex.chars().allMatch(c -> Cursor.hexDigit(c) >= 0 && !(c >= 'A' && c <= 'F'));
        return good ? Parsed.good(new Digest(hex)) : Parsed.bad("expected 64 lower-case hex digits after `sha256:`");
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
