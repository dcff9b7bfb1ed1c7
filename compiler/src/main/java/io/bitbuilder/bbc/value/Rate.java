package io.bitbuilder.bbc.value;

/** Bits a second, not negative; units are decimal ({@code 100Mbit} is 100,000,000). */
public record Rate(long bitsPerSecond) implements Comparable<Rate> {
    private static final String[] UNITS = {"bit", "Kbit", "Mbit", "Gbit", "Tbit"};

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
