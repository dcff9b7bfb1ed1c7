package io.bitbuilder.core.scalar;

import java.util.Comparator;

/** Ports of TCP or UDP from first to last, both included: 1 to 65535. */
public record PortRange(int first, int last) implements Comparable<PortRange> {
    /** The greatest port. */
    public static final int MOST = 65535;

    private static final Comparator<PortRange> ORDER =
            Comparator.comparingInt(PortRange::first).thenComparingInt(PortRange::last);
    private static final String DOTS = "..";

    /** Parses {@code 22} or {@code 1024..65535}. */
    public static Parsed<PortRange> parse(String text) {
        int dots = text.indexOf(DOTS);
        String from = dots < 0 ? text : text.substring(0, dots);
        String to = dots < 0 ? text : text.substring(dots + DOTS.length());
        return WholeNumber.parsePort(from)
                .then(first -> WholeNumber.parsePort(to)
                        .then(last -> first <= last
                                ? Parsed.good(new PortRange(first, last))
                                : Parsed.bad("it runs backwards")));
    }

    /** Returns whether the port is in it. */
    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** Returns its numbers. */
    public IntRange numbers() {
        return new IntRange(first, last);
    }

    @Override
    public int compareTo(PortRange other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + DOTS + last;
    }
}
