package io.bitbuilder.bbc.value;

/** A 48-bit MAC address; text is six pairs of lower-case hex digits with colons. */
public record Mac(long bits) implements Comparable<Mac> {
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
