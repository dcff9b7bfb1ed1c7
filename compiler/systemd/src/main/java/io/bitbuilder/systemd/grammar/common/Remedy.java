package io.bitbuilder.systemd.grammar.common;

import java.util.Optional;

/**
 * Correction of a value, if the problem itself shows it.
 *
 * @param words the correction for people, an imperative clause
 * @param replacement the string that replaces the part that the complaint names; empty when only a person can choose it
 */
public record Remedy(String words, Optional<String> replacement) {

    /** Returns the correction that replaces the part by a string. */
    public static Remedy write(String text) {
        return new Remedy("write " + text, Optional.of(text));
    }

    /** Returns a correction in words. */
    public static Remedy of(String words) {
        return new Remedy(words, Optional.empty());
    }
}
