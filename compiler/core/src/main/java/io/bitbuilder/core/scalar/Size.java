package io.bitbuilder.core.scalar;

import java.util.List;

/** Number of bytes, 0 to 2^60; {@code toString} uses the largest binary unit that divides it exactly. */
public record Size(long bytes) implements Comparable<Size> {
    /** Maximum size of the language. */
    public static final long MAX_BYTES = 1L << 60;

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private static final List<Quantity.Unit> LANGUAGE = List.of(
            new Quantity.Unit("B", 1),
            new Quantity.Unit("KiB", 1L << 10),
            new Quantity.Unit("MiB", 1L << 20),
            new Quantity.Unit("GiB", 1L << 30),
            new Quantity.Unit("TiB", 1L << 40),
            new Quantity.Unit("PiB", 1L << 50),
            new Quantity.Unit("KB", 1_000L),
            new Quantity.Unit("MB", 1_000_000L),
            new Quantity.Unit("GB", 1_000_000_000L),
            new Quantity.Unit("TB", 1_000_000_000_000L),
            new Quantity.Unit("PB", 1_000_000_000_000_000L));

    private static final List<Quantity.Unit> SYSTEMD = List.of(
            new Quantity.Unit("", 1),
            new Quantity.Unit("B", 1),
            new Quantity.Unit("K", 1L << 10),
            new Quantity.Unit("M", 1L << 20),
            new Quantity.Unit("G", 1L << 30),
            new Quantity.Unit("T", 1L << 40),
            new Quantity.Unit("P", 1L << 50),
            new Quantity.Unit("E", 1L << 60));

    /** Parses the language's form: an integer and a unit, binary ({@code KiB}) or decimal ({@code KB}). */
    public static Parsed<Size> parse(String text) {
        if (text.length() > 1
                && Cursor.isDigit(text.charAt(0))
                && "KMGTP".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return Parsed.bad("it is ambiguous: `" + text + "iB` (binary) or `" + text + "B` (decimal)");
        }
        return Quantity.parse(text, LANGUAGE, MAX_BYTES).map(Size::new);
    }

    /**
     * Parses the form of systemd's files and {@code metadata.json}: {@code K M G T} are binary, a bare number is bytes.
     */
    public static Parsed<Size> parseSystemd(String text) {
        return Quantity.parse(text, SYSTEMD, MAX_BYTES).map(Size::new);
    }

    /**
     * Returns the form that systemd reads back as the same number: the largest of {@code K M G T P} that divides it, or
     * bytes.
     */
    public String toSystemd() {
        String text = toString();
        return text.endsWith("iB") ? text.substring(0, text.length() - 2) : text.substring(0, text.length() - 1);
    }

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
