package io.bitbuilder.bbc.value;

/** A span of time in microseconds, not negative (systemd.time(7)). */
public record TimeSpan(long micros) implements Comparable<TimeSpan> {
    private static final String[] UNITS = {"us", "ms", "s", "min", "h", "d"};
    private static final long[] FACTORS = {1000, 1000, 60, 60, 24};

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
