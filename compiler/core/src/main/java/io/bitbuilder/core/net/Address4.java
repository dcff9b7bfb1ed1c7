package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;

/** An IPv4 address as 32 bits (RFC 791); text is four decimal octets without leading zeros. */
public record Address4(int bits) implements Address, Comparable<Address4> {
    /**
     * Parses exactly four decimal octets of 0 to 255 without leading zeros; nothing that other parsers read
     * differently.
     */
    public static Parsed<Address4> parse(String text) {
        Cursor in = new Cursor(text);
        Parsed<Address4> parsed = read(in);
        return parsed instanceof Parsed.Good && !in.atEnd()
                ? Parsed.bad("an IPv4 address has exactly four octets")
                : parsed;
    }

    /** Parses an address and leaves the rest. */
    static Parsed<Address4> read(Cursor in) {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            if (i > 0 && !in.take('.') || in.digitsAhead() == 0) {
                return Parsed.bad("an IPv4 address has exactly four octets");
            }
            if (in.leadingZeroAhead()) {
                return Parsed.bad("an octet has a leading zero, which some tools read as octal");
            }
            long octet = in.number(3);
            if (octet == Cursor.NONE || octet > 255) {
                return Parsed.bad("an octet is out of range (expected 0..255)");
            }
            bits = bits << 8 | (int) octet;
        }
        return Parsed.good(new Address4(bits));
    }

    @Override
    public int compareTo(Address4 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    /** Returns the address at a distance of n; wraps at the end of the space. */
    public Address4 plus(long n) {
        return new Address4((int) (Integer.toUnsignedLong(bits) + n));
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
