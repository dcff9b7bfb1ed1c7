package io.bitbuilder.bbc.value;

/** A 48-bit MAC address; text is six pairs of lower-case hex digits with colons. */
public record Mac(long bits) implements Comparable<Mac> {
    /** Six pairs of hex digits with colons, of either case; not zero and no group address, because it is for an interface. */
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
            return Parsed.bad("no interface may have the address zero");
        }
        return mac.isMulticast() ? Parsed.bad("the lowest bit of its first pair makes it a group address") : Parsed.good(mac);
    }

    /** True for a group address, which no interface may have. */
    public boolean isMulticast() {
        return (bits >>> 40 & 1) != 0;
    }

    /** True for a locally administered address (IEEE 802c). */
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
