package io.bitbuilder.core.scalar;

/**
 * Parses decimal numbers with a limited number of decimals as integers of the smallest step, never as floating point.
 */
final class FixedPoint {
    private static final int MAX_WHOLE_DIGITS = 12;

    private FixedPoint() {}

    /**
     * Returns the number in units of 10^-decimals; {@code 1.5} with 3 decimals is 1500. The whole text must be one
     * number.
     */
    static Parsed<Long> parse(String text, int decimals) {
        Cursor in = new Cursor(text);
        if (in.digitsAhead() == 0) {
            return Parsed.bad("it does not begin with a digit");
        }
        if (in.leadingZeroAhead()) {
            return Parsed.bad("it has a leading zero");
        }
        long value = in.number(MAX_WHOLE_DIGITS);
        if (value == Cursor.NONE) {
            return Parsed.bad("it has more than " + MAX_WHOLE_DIGITS + " digits");
        }
        int given = 0;
        if (in.take('.')) {
            given = in.digitsAhead();
            if (given == 0) {
                return Parsed.bad("missing digit after the decimal point");
            }
            if (given > decimals) {
                return Parsed.bad("it has more than " + decimals + " decimals");
            }
            for (int i = 0; i < given; i++) {
                value = value * 10 + (in.peek() - '0');
                in.take((char) in.peek());
            }
        }
        if (!in.atEnd()) {
            return Parsed.bad("unexpected `" + in.rest() + "` in a number");
        }
        for (int i = given; i < decimals; i++) {
            value = Math.multiplyExact(value, 10L);
        }
        return Parsed.good(value);
    }
}
