package io.bitbuilder.bbc.value;

/**
 * A position in the text of a scalar; all parsers of this package read through it. It knows ASCII digits only: other scripts'
 * digits, signs and blanks are never taken for numbers.
 */
final class Cursor {
    /** What {@link #number} gives when there is no number of that many digits here. */
    static final long NONE = -1;

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The character here, or -1 at the end. */
    int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    /** Takes the character if it stands here. */
    boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes the word if it stands here. */
    boolean take(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    /** How many ASCII digits stand here. */
    int digitsAhead() {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** True when a number with a superfluous leading zero stands here: other tools read such a number as octal. */
    boolean leadingZeroAhead() {
        return peek() == '0' && digitsAhead() > 1;
    }

    /** A decimal number of 1 to maxDigits (at most 18) digits without leading zero, or {@link #NONE}; takes it only then. */
    long number(int maxDigits) {
        int digits = digitsAhead();
        if (digits == 0 || digits > maxDigits || leadingZeroAhead()) {
            return NONE;
        }
        long value = 0;
        for (int end = at + digits; at < end; at++) {
            value = value * 10 + (text.charAt(at) - '0');
        }
        return value;
    }

    /** A hexadecimal number of 1 to maxDigits (at most 8) digits of either case, leading zeros allowed, or {@link #NONE}. */
    long hex(int maxDigits) {
        int end = at;
        long value = 0;
        while (end < text.length() && hexDigit(text.charAt(end)) >= 0) {
            value = value << 4 | hexDigit(text.charAt(end++));
            if (end - at > maxDigits) {
                return NONE;
            }
        }
        boolean some = end > at;
        at = end;
        return some ? value : NONE;
    }

    /** How many characters were read. */
    int position() {
        return at;
    }

    /** Everything from here on. */
    String rest() {
        return text.substring(at);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isLetter(int c) {
        return isLower(c) || c >= 'A' && c <= 'Z';
    }

    static int hexDigit(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return c < 128 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
