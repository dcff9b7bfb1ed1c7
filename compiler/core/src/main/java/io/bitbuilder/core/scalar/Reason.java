package io.bitbuilder.core.scalar;

import java.util.List;

/**
 * Reason why a string is rejected.
 *
 * @param words a clause for people, without a full stop; nothing is derived from it
 * @param part the piece of the string that is wrong; empty when that is the whole string
 */
public record Reason(String words, String part) {

    /** Returns a reason that concerns the whole string. */
    public static Reason of(String words) {
        return new Reason(words, "");
    }

    /** Returns a reason that concerns one piece of the string. */
    public static Reason about(String part, String words) {
        return new Reason(words, part);
    }

    /** Returns a piece that is not of the kind of the noun: {@code invalid port 'x'}. */
    public static Reason invalid(String noun, String part) {
        return new Reason("invalid " + noun + " '" + part + "'", part);
    }

    /** The same, with the allowed values. */
    public static Reason invalid(String noun, String part, String expected) {
        return new Reason("invalid " + noun + " '" + part + "' (expected " + expected + ")", part);
    }

    /** Returns a word that is not in a list. */
    public static Reason notOneOf(String part, List<String> words) {
        String all = words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
        return invalid("value", part, all);
    }

    /** Returns a name that is not in systemd's tables: {@code unknown signal 'SIGFOO'}. */
    public static Reason unknown(String noun, String part) {
        return new Reason("unknown " + noun + " '" + part + "'", part);
    }

    /** Returns a name that occurs a second time. */
    public static Reason duplicate(String noun, String part) {
        return new Reason("duplicate " + noun + " '" + part + "'", part);
    }

    /** Returns a number, size or duration outside of its range. */
    public static Reason outOfRange(String part) {
        return new Reason("'" + part + "' is out of range", part);
    }

    /** The same, with the range, such as {@code 1..65535}. */
    public static Reason outOfRange(String part, String range) {
        return new Reason("'" + part + "' is out of range (expected " + range + ")", part);
    }
}
