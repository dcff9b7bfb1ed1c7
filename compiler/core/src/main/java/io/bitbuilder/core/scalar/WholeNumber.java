package io.bitbuilder.core.scalar;

import java.math.BigDecimal;

/** Parses integers and decimal numbers. */
public final class WholeNumber {
    private static final int MAX_DIGITS = 19;

    private WholeNumber() {}

    /**
     * Parses a signed 64-bit integer: an optional {@code -}, at most 19 digits, no leading zero, no {@code +}, no
     * {@code -0}.
     */
    public static Parsed<Long> parse(String text) {
        boolean negative = text.startsWith("-");
        Cursor in = new Cursor(negative ? text.substring(1) : text);
        int digits = in.digitsAhead();
        if (digits == 0) {
            return Parsed.bad("it does not begin with a digit");
        }
        if (in.leadingZeroAhead()) {
            return Parsed.bad("it has a leading zero");
        }
        String number = in.rest();
        if (digits < number.length()) {
            return Parsed.bad("unexpected `" + number.substring(digits) + "` in an integer");
        }
        if (negative && number.equals("0")) {
            return Parsed.bad("zero cannot have a sign");
        }
        BigDecimal value = digits > MAX_DIGITS ? BigDecimal.TEN.pow(MAX_DIGITS) : new BigDecimal(text);
        return value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? Parsed.good(value.longValueExact())
                : Parsed.bad("it is out of range (expected " + -Long.MAX_VALUE + ".." + Long.MAX_VALUE + ")");
    }

    /** Parses an integer inside a range. */
    public static Parsed<Long> parse(String text, IntRange range) {
        return parse(text)
                .then(n ->
                        range.contains(n) ? Parsed.good(n) : Parsed.bad("it is out of range (expected " + range + ")"));
    }

    /** Parses a decimal number: at most 12 digits before and 6 after the point, an optional {@code -}, no exponent. */
    public static Parsed<BigDecimal> parseDecimal(String text) {
        boolean negative = text.startsWith("-");
        return FixedPoint.parse(negative ? text.substring(1) : text, 6)
                .then(n -> negative && n == 0 ? Parsed.bad("zero cannot have a sign") : Parsed.good(n))
                .map(n -> BigDecimal.valueOf(negative ? -n : n, 6).stripTrailingZeros());
    }

    /** Parses a port of TCP or UDP, 1 to 65535. */
    public static Parsed<Integer> parsePort(String text) {
        return parse(text, new IntRange(1, 65535)).map(Long::intValue);
    }
}
