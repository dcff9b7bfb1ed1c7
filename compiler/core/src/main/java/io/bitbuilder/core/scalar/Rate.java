package io.bitbuilder.core.scalar;

import java.util.List;

/** Bits per second, not negative; units are decimal ({@code 100Mbit} is 100,000,000). */
public record Rate(long bitsPerSecond) implements Comparable<Rate> {
    /** Maximum rate of the language: 1,000 Tbit. */
    public static final long MAX_BITS = 1_000_000_000_000_000L;

    private static final String[] UNITS = {"bit", "Kbit", "Mbit", "Gbit", "Tbit"};

    private static final List<Quantity.Unit> FACTORS = List.of(
            new Quantity.Unit("bit", 1),
            new Quantity.Unit("Kbit", 1_000L),
            new Quantity.Unit("Mbit", 1_000_000L),
            new Quantity.Unit("Gbit", 1_000_000_000L),
            new Quantity.Unit("Tbit", 1_000_000_000_000L));

    /** Parses an integer and a unit. */
    public static Parsed<Rate> parse(String text) {
        return Quantity.parse(text, FACTORS, MAX_BITS).map(Rate::new);
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    @Override
    public String toString() {
        int unit = 0;
        long n = bitsPerSecond;
        while (n != 0 && unit < UNITS.length - 1 && n % 1000 == 0) {
            n /= 1000;
            unit++;
        }
        return n + UNITS[unit];
    }
}
