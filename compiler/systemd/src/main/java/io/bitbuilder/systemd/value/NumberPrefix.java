package io.bitbuilder.systemd.value;

import java.math.BigInteger;

/**
 * A number as the C library reads it at the start of a string (strtol(3)): blanks, a sign, a prefix of its base,
 * digits.
 *
 * @param value the number, with its sign, of any size
 * @param end offset after it; the start of the string when there is no number
 */
record NumberPrefix(BigInteger value, int end) {
    private static final String C_BLANKS = " \t\n\u000b\f\r";

    /** Reads from a position on; base 0 finds the base by its prefix, where {@code 0} means octal. */
    static NumberPrefix read(String text, int start, int base) {
        int at = start;
        while (at < text.length() && C_BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        int radix = base == 0 ? radix(text, at) : base;
        int first = at + prefix(text, at, radix);
        int end = first;
        while (end < text.length() && digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        if (end == first) {
            return new NumberPrefix(BigInteger.ZERO, start);
        }
        BigInteger value = new BigInteger(text.substring(first, end), radix);
        return new NumberPrefix(negative ? value.negate() : value, end);
    }

    private static int radix(String text, int at) {
        if (hasPrefix(text, at, 'x', 16)) {
            return 16;
        }
        if (hasPrefix(text, at, 'b', 2)) {
            return 2;
        }
        return text.startsWith("0", at) ? 8 : 10;
    }

    private static int prefix(String text, int at, int radix) {
        return radix == 16 && hasPrefix(text, at, 'x', 16) || radix == 2 && hasPrefix(text, at, 'b', 2) ? 2 : 0;
    }

    private static boolean hasPrefix(String text, int at, char letter, int radix) {
        return text.startsWith("0", at)
                && at + 2 < text.length()
                && Character.toLowerCase(text.charAt(at + 1)) == letter
                && digit(text.charAt(at + 2), radix) >= 0;
    }

    /** Returns the value of an ASCII digit, -1 when it is not a digit of that base. */
    static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }
}
