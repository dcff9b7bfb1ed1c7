package io.bitbuilder.systemd.value;

import java.util.Set;

/** Rules for free-form strings. */
public final class PlainStrings {
    /** The longest name of a file in bytes. */
    public static final int MAX_FILENAME = 255;

    /** Changes to the default rules: not empty, UTF-8, no control characters, backslashes, quotes, {@code * ? [}. */
    public enum Flag {
        /** ASCII only. */
        ASCII,
        /** It may be empty. */
        EMPTY,
        /** It may have backslashes. */
        BACKSLASHES,
        /** It may have quotes. */
        QUOTES,
        /** It may have {@code * ? [}. */
        GLOBS,
        /** It is the name of a file. */
        FILENAME,
        /** It has no blanks. */
        NO_BLANKS
    }

    private PlainStrings() {}

    /** Returns whether it contains nothing dangerous in a file, a terminal or a shell. */
    public static boolean isSafe(String text, Flag... wishes) {
        Set<Flag> flags = Set.of(wishes);
        String refused = (flags.contains(Flag.BACKSLASHES) ? "" : "\\")
                + (flags.contains(Flag.QUOTES) ? "" : "\"'")
                + (flags.contains(Flag.GLOBS) ? "" : "*?[")
                + (flags.contains(Flag.NO_BLANKS) ? Splitter.BLANKS : "");
        return (flags.contains(Flag.EMPTY) || !text.isEmpty())
                && (flags.contains(Flag.ASCII) ? Utf8Text.isAscii(text) : Utf8Text.isValid(text))
                && !hasControl(text)
                && text.chars().noneMatch(c -> refused.indexOf(c) >= 0)
                && (!flags.contains(Flag.FILENAME) || isFilename(text));
    }

    /** Returns whether it has a control character of ASCII. */
    public static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 127);
    }

    /** Returns whether the string is the name of a file in a folder. */
    public static boolean isFilename(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..") && isFilenamePart(text);
    }

    /** Returns whether the string is a possible part of a file name. */
    public static boolean isFilenamePart(String text) {
        return text.indexOf('/') < 0 && Utf8Text.length(text) <= MAX_FILENAME;
    }
}
