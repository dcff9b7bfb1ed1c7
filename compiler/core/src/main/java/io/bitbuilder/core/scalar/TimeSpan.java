package io.bitbuilder.core.scalar;

import java.util.List;

/** Time span in microseconds, not negative (systemd.time(7)). */
public record TimeSpan(long micros) implements Comparable<TimeSpan> {
    private static final String[] UNITS = {"us", "ms", "s", "min", "h", "d"};
    private static final long[] FACTORS = {1000, 1000, 60, 60, 24};

    /** Maximum span of the language: 100,000 days. */
    public static final long MAX_MICROS = 100_000L * 86_400 * 1_000_000;

    private static final List<Quantity.Unit> PARSED = List.of(
            new Quantity.Unit("us", 1),
            new Quantity.Unit("ms", 1_000L),
            new Quantity.Unit("s", 1_000_000L),
            new Quantity.Unit("min", 60_000_000L),
            new Quantity.Unit("h", 3_600_000_000L),
            new Quantity.Unit("d", 86_400_000_000L));

    /** Parses an integer and one unit. */
    public static Parsed<TimeSpan> parse(String text) {
        return Quantity.parse(text, PARSED, MAX_MICROS).map(TimeSpan::new);
    }

    @Override
    public int compareTo(TimeSpan other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        int unit = 0;
        long n = micros;
        while (n != 0 && unit < FACTORS.length && n % FACTORS[unit] == 0) {
            n /= FACTORS[unit++];
        }
        return n == 0 ? "0s" : n + UNITS[unit];
    }
}
