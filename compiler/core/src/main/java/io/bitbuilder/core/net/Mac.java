package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;

/** 48-bit MAC address; its text is six pairs of lower-case hex digits with colons. */
public record Mac(long bits) implements Comparable<Mac> {
    /**
     * Parses six pairs of hex digits with colons, of either case; not zero and not a group address, because it is for
     * an interface.
     */
    public static Parsed<Mac> parse(String text) {
        Cursor in = new Cursor(text);
        long bits = 0;
        for (int i = 0; i < 6; i++) {
            int start = in.position();
            long octet = i > 0 && !in.take(':') ? Cursor.NONE : in.hex(2);
            if (octet == Cursor.NONE || in.position() - start != (i > 0 ? 3 : 2)) {
                return Parsed.bad("a MAC address is six pairs of hex digits with colons");
            }
            bits = bits << 8 | octet;
        }
        Mac mac = new Mac(bits);
        if (!in.atEnd()) {
            return Parsed.bad("a MAC address is six pairs of hex digits with colons");
        }
        if (bits == 0) {
            return Parsed.bad("an interface cannot have the zero address");
        }
        return mac.isMulticast()
                ? Parsed.bad("the lowest bit of its first octet makes it a group address")
                : Parsed.good(mac);
    }

    /** Returns whether it is a group address, which an interface cannot have. */
    public boolean isMulticast() {
        return (bits >>> 40 & 1) != 0;
    }

    /** Returns whether it is locally administered (IEEE 802c). */
    public boolean isLocal() {
        return (bits >>> 40 & 2) != 0;
    }

    @Override
    public int compareTo(Mac other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (bits >>> shift & 255);
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 15, 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }
}
