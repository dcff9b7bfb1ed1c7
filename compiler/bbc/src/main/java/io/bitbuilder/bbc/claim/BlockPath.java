package io.bitbuilder.bbc.claim;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import java.util.Optional;

/** Path of a network or workload, {@code acme/front}. Sorts as its printed form does. */
public record BlockPath(String tenant, String name) implements Comparable<BlockPath> {
    /** Reads the printed form; empty when it is not two names with a slash between them. */
    public static Optional<BlockPath> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? Optional.empty() : parse(text.substring(0, slash), text.substring(slash + 1));
    }

    static Optional<BlockPath> parse(String tenant, String name) {
        return isName(tenant) && isName(name) ? Optional.of(new BlockPath(tenant, name)) : Optional.empty();
    }

    /** Returns whether a text is a name of the language. */
    public static boolean isName(String text) {
        return PlainName.parse(text) instanceof Parsed.Good<String>;
    }

    /** Returns the form for messages, {@code acme.front}. */
    public String dotted() {
        return tenant + "." + name;
    }

    @Override
    public String toString() {
        return tenant + "/" + name;
    }

    @Override
    public int compareTo(BlockPath other) {
        int order = beforeSlash(tenant, other.tenant);
        return order != 0 ? order : name.compareTo(other.name);
    }

    /** Compares two names as if a slash followed each. */
    static int beforeSlash(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return a.charAt(i) - b.charAt(i);
            }
        }
        if (a.length() == b.length()) {
            return 0;
        }
        return a.length() < b.length() ? '/' - b.charAt(shorter) : a.charAt(shorter) - '/';
    }
}
