package io.bitbuilder.core.scalar;

import java.math.BigInteger;

/** Percentage in basis points: 9000 is 90%. Not negative; may exceed 100% where a field allows it. */
public record Percent(long basisPoints) implements Comparable<Percent> {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final long MAX_BASIS_POINTS = 1_000_000_00L;

    /** Parses a number with at most two decimals and {@code %}; at most 1,000,000%. */
    public static Parsed<Percent> parse(String text) {
        if (!text.endsWith("%")) {
            return Parsed.bad("it does not end with `%`");
        }
        return FixedPoint.parse(text.substring(0, text.length() - 1), 2)
                .then(n -> n <= MAX_BASIS_POINTS ? Parsed.good(new Percent(n)) : Parsed.bad("it exceeds 1000000%"));
    }

    /** Returns that share of a non-negative amount, rounded down and limited to the largest number. */
    public long of(long amount) {
        BigInteger share = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(WHOLE);
        return share.bitLength() < Long.SIZE ? share.longValue() : Long.MAX_VALUE;
    }

    @Override
    public int compareTo(Percent other) {
        return Long.compare(basisPoints, other.basisPoints);
    }

    @Override
    public String toString() {
        long rest = basisPoints % 100;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
        return basisPoints / 100 + fraction + "%";
    }
}
