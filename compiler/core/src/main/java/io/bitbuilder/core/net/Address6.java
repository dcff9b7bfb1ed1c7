package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** An IPv6 address as two halves of 64 bits (RFC 4291); text is the canonical form of RFC 5952, without zone. */
public record Address6(long high, long low) implements Address, Comparable<Address6> {
    /** The unspecified address {@code ::}. */
    public static final Address6 UNSPECIFIED = new Address6(0, 0);

    /**
     * Parses the forms of RFC 4291 section 2.2; no zone, no brackets. Addresses that embed an IPv4 one are valid too:
     * {@link #isTransition}.
     */
    public static Parsed<Address6> parse(String text) {
        return text.indexOf('%') >= 0 ? Parsed.bad("a zone (`%`) is not supported") : new Address6Reader(text).parse();
    }

    /**
     * Returns whether other tools may read it as an IPv4 address or tunnel to one: IPv4-compatible and -mapped, SIIT
     * (RFC 2765), NAT64 (RFC 6052, 8215), 6to4 (RFC 3056), Teredo (RFC 4380). Such an address can slip past a check, so
     * no tenant may claim it.
     */
    public boolean isTransition() {
        long upper = low >>> 32;
        boolean embedded = high == 0
                && (upper == 0 && Long.compareUnsigned(low, 1) > 0 || upper == 0xffffL || upper == 0xffff0000L);
        boolean nat64 = high == 0x0064_ff9b_0000_0000L && upper == 0 || high >>> 16 == 0x0064_ff9b_0001L;
        return embedded || nat64 || high >>> 48 == 0x2002 || high >>> 32 == 0x2001_0000L;
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
