package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** An IPv6 address as two halves of 64 bits (RFC 4291); text is the canonical form of RFC 5952, without zone. */
public record Address6(long high, long low) implements Address, Comparable<Address6> {
    /** The unspecified address {@code ::}. */
    public static final Address6 UNSPECIFIED = new Address6(0, 0);

    /** Parses the forms of RFC 4291 section 2.2, also with an embedded IPv4 address; no zone, no brackets. */
    public static Parsed<Address6> parse(String text) {
        return text.indexOf('%') >= 0 ? Parsed.bad("a zone (`%`) is not supported") : new Address6Reader(text).parse();
    }

    @Override
    public int compareTo(Address6 other) {
        int c = Long.compareUnsigned(high, other.high);
        return c != 0 ? c : Long.compareUnsigned(low, other.low);
    }

    private int group(int index) {
        return (int) ((index < 4 ? high >>> (48 - 16 * index) : low >>> (48 - 16 * (index - 4))) & 0xffff);
    }

    @Override
    public String toString() {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append(i == 0 ? "::" : ":");
                i += bestLength - 1;
            } else {
                text.append(Integer.toHexString(group(i))).append(i < 7 ? ":" : "");
            }
        }
        return text.toString();
    }
}
