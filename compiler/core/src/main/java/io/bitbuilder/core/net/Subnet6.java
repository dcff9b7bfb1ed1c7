package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** IPv6 subnet, prefix length 0 to 128, host bits zero. */
public record Subnet6(Address6 network, int prefix) implements Subnet, Comparable<Subnet6> {
    /** Parses {@code address/prefix} with all host bits zero: a subnet is written by its first address. */
    public static Parsed<Subnet6> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Parsed.bad("missing prefix length, such as `/64`");
        }
        return Address6.parse(text.substring(0, slash))
                .then(a -> Prefix.parse(text.substring(slash + 1), 128).then(n -> exact(a, n)));
    }

    /** Returns the subnet of that prefix length that contains an address. */
    public static Subnet6 around(Address6 address, int prefix) {
        return new Subnet6(new Address6(address.high() & mask(prefix), address.low() & mask(prefix - 64)), prefix);
    }

    private static Parsed<Subnet6> exact(Address6 address, int prefix) {
        Subnet6 range = around(address, prefix);
        return range.network.equals(address)
                ? Parsed.good(range)
                : Parsed.bad("host bits are set; the subnet is `" + range + "`");
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    /** Returns whether the address is in it. */
    public boolean contains(Address6 address) {
        return (address.high() & mask(prefix)) == network.high()
                && (address.low() & mask(prefix - 64)) == network.low();
    }

    /** Returns whether the two overlap. */
    public boolean overlaps(Subnet6 other) {
        return contains(other.network) || other.contains(network);
    }

    /** Returns the last address. */
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
