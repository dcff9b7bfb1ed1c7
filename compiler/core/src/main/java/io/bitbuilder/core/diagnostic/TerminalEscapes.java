package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.UnicodeRules;
import java.util.Locale;

/**
 * Escapes foreign text for a terminal or a log: characters other than printable ASCII are shown by number, so that they
 * can neither move the cursor nor hide or reorder anything. In excerpts, letters of other scripts may stay when the
 * output is UTF-8.
 */
public final class TerminalEscapes {
    private static final int TAB = 4;
    private static final int ELLIPSIS = 0x2026;

    private TerminalEscapes() {}

    /** Returns one line of printable ASCII. */
    public static String ascii(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c, false));
        return shown.toString();
    }

    /** Returns a code point of an excerpt: itself, four blanks for a tab, or its number. */
    static String excerpt(int codePoint, boolean unicode) {
        StringBuilder shown = new StringBuilder();
        if (codePoint == '\t') {
            return " ".repeat(TAB);
        }
        append(shown, codePoint, unicode);
        return shown.toString();
    }

    /** Returns the columns of a shown text: wide characters of East Asia count as two, combining marks as none. */
    static int columns(String shown) {
        return shown.codePoints().map(TerminalEscapes::width).sum();
    }

    private static void append(StringBuilder shown, int c, boolean unicode) {
        if (c >= 0x20 && c < 0x7f || unicode && isPlain(c)) {
            shown.appendCodePoint(c);
        } else if (c == ELLIPSIS) {
            shown.append("...");
        } else {
            shown.append("\\u{")
                    .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                    .append('}');
        }
    }

    /** Returns whether it is a letter, mark, number, punctuation or symbol written from left to right. */
    private static boolean isPlain(int c) {
        if (c < 0xa0 || UnicodeRules.isForbidden(c)) {
            return false;
        }
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
            default ->
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
        };
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff01 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }
}
