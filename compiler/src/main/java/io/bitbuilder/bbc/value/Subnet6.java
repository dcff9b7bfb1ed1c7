package io.bitbuilder.bbc.value;

/** An IPv6 range, 0 to 128 bits of prefix, host bits zero. */
public record Subnet6(Address6 network, int prefix) implements Subnet, Comparable<Subnet6> {
    /** {@code address/prefix} with all host bits zero: a range is written by its first address. */
    public static Parsed<Subnet6> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Parsed.bad("it has no prefix length, as in `/64`");
        }
        return Address6.parse(text.substring(0, slash)).then(a -> Prefix.parse(text.substring(slash + 1), 128).then(n -> exact(a, n)));
    }

    /** The range of that length around an address. */
    public static Subnet6 around(Address6 address, int prefix) {
        return new Subnet6(new Address6(address.high() & mask(prefix), address.low() & mask(prefix - 64)), prefix);
    }

    private static Parsed<Subnet6> exact(Address6 address, int prefix) {
        Subnet6 range = around(address, prefix);
        return range.network.equals(address) ? Parsed.good(range) : Parsed.bad("it has host bits set; the range is `" + range + "`");
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    /** True when the address lies in it. */
    public boolean contains(Address6 address) {
        return (address.high() & mask(prefix)) == network.high() && (address.low() & mask(prefix - 64)) == network.low();
    }

    /** True when both share an address. */
    public boolean overlaps(Subnet6 other) {
        return contains(other.network) || other.contains(network);
    }

    /** Last address. */
    public Address6 last() {
        return new Address6(network.high() | ~mask(prefix), network.low() | ~mask(prefix - 64));
    }

    @Override
    public int compareTo(Subnet6 other) {
        int c = network.compareTo(other.network);
        return c != 0 ? c : Integer.compare(prefix, other.prefix);
    }

    @Override
    public String toString() {
        return network + "/" + prefix;
    }
}
