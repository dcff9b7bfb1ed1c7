package io.bitbuilder.bbc.value;

/** An IPv4 address as 32 bits (RFC 791); text is four decimal octets without leading zeros. */
public record Address4(int bits) implements Address, Comparable<Address4> {
    @Override
    public int compareTo(Address4 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    /** The address n further on; wraps at the end of the space. */
    public Address4 plus(long n) {
        return new Address4((int) (Integer.toUnsignedLong(bits) + n));
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
