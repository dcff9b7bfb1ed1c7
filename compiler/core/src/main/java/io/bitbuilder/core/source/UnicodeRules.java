package io.bitbuilder.core.source;

import java.util.Locale;

/**
 * Code points that are forbidden in input, raw or as an escape: those that end a line for some readers, change the
 * order of the text, or are invisible. So a reviewer sees exactly the compiled text.
 */
public final class UnicodeRules {
    /** Pairs of first and last code point, sorted. */
    private static final int[] FORBIDDEN = {
        0x00, 0x08, 0x0b, 0x0c, 0x0e, 0x1f, 0x7f, 0x9f, 0xad, 0xad, 0x34f, 0x34f, 0x61c, 0x61c, 0x115f, 0x1160, 0x17b4,
        0x17b5, 0x180b, 0x180f, 0x200b, 0x200f, 0x2028, 0x202e, 0x2060, 0x206f, 0x3164, 0x3164, 0xd800, 0xdfff, 0xfdd0,
        0xfdef, 0xfe00, 0xfe0f, 0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff0, 0xfffb, 0x1d173, 0x1d17a, 0xe0000, 0xe0fff
    };

    private UnicodeRules() {}

    /** Returns whether a code point is forbidden in input; TAB, LF and CR are allowed. */
    public static boolean isForbidden(int codePoint) {
        if (codePoint < 0x7f) {
            return codePoint < 0x20 && codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
        }
        for (int i = 0; i < FORBIDDEN.length; i += 2) {
            if (codePoint <= FORBIDDEN[i + 1]) {
                if (codePoint >= FORBIDDEN[i]) {
                    return true;
                }
                break;
            }
        }
        return (codePoint & 0xfffe) == 0xfffe || Character.getType(codePoint) == Character.UNASSIGNED;
    }

    /** Returns a forbidden code point with the reason: {@code U+202E (changes the display order)}. */
    public static String describe(int codePoint) {
        String name = String.format(Locale.ROOT, "U+%04X", codePoint);
        return name + " (" + reason(codePoint) + ")";
    }

    private static String reason(int c) {
        if (c == 0xfeff) {
            return "byte order mark";
        }
        if (c == 0x85 || c == 0x0b || c == 0x0c || c == 0x2028 || c == 0x2029) {
            return "ends a line for some programs only";
        }
        if (c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x61c || c == 0x200e || c == 0x200f) {
            return "changes the display order";
        }
        if (c < 0x20 || c >= 0x7f && c <= 0x9f) {
            return "control character";
        }
        if (c >= 0xd800 && c <= 0xdfff) {
            return "lone surrogate";
        }
        if (c >= 0xfdd0 && c <= 0xfdef || (c & 0xfffe) == 0xfffe) {
            return "noncharacter";
        }
        return Character.isDefined(c) ? "invisible" : "unassigned";
    }
}
