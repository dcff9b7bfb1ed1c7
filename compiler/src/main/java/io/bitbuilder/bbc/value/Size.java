package io.bitbuilder.bbc.value;

/** A number of bytes, 0 to 2^60; {@code toString} is the largest binary unit that divides it exactly. */
public record Size(long bytes) implements Comparable<Size> {
    /** The largest size that the language knows. */
    public static final long MAX_BYTES = 1L << 60;

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        int unit = 0;
        long n = bytes;
        while (n != 0 && unit < UNITS.length - 1 && (n & 1023) == 0) {
            n >>= 10;
            unit++;
        }
        return n + UNITS[unit];
    }
}
