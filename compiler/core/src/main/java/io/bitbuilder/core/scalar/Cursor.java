package io.bitbuilder.core.scalar;

/**
 * Position in the text of a scalar; all parsers of this package read through it. It accepts ASCII digits only: other
 * scripts' digits, signs and blanks are not part of numbers.
 */
public final class Cursor {
    /** Result of {@link #number} if no number of that many digits follows. */
    public static final long NONE = -1;

    private final String text;
    private int at;

    public Cursor(String text) {
        this.text = text;
    }

    public boolean atEnd() {
        return at == text.length();
    }

    /** Returns the next character, or -1 at the end. */
    int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    /** Consumes the character if it is next. */
    public boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Consumes the word if it is next. */
    public boolean take(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    /** Returns the number of ASCII digits that follow. */
    public int digitsAhead() {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** Returns whether a number with a leading zero follows: other tools read such a number as octal. */
    public boolean leadingZeroAhead() {
        return peek() == '0' && digitsAhead() > 1;
    }

    /**
     * Consumes a decimal number of 1 to maxDigits (at most 18) digits without leading zero; otherwise returns
     * {@link #NONE} and consumes nothing.
     */
    public long number(int maxDigits) {
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

    /**
     * Consumes a hexadecimal number of 1 to maxDigits (at most 8) digits of either case, leading zeros allowed, or
     * returns {@link #NONE}.
     */
    public long hex(int maxDigits) {
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

    /** Returns the number of characters read. */
    public int position() {
        return at;
    }

    /** Returns the rest of the text. */
    public String rest() {
        return text.substring(at);
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean isLetter(int c) {
        return isLower(c) || c >= 'A' && c <= 'Z';
    }

    public static int hexDigit(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return c < 128 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
