package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** IPv4 subnet, prefix length 0 to 32, host bits zero (RFC 4632). */
public record Subnet4(Address4 network, int prefix) implements Subnet, Comparable<Subnet4> {
    /** Parses {@code address/prefix} with all host bits zero: a subnet is written by its first address. */
    public static Parsed<Subnet4> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Parsed.bad("missing prefix length, such as `/24`");
        }
        return Address4.parse(text.substring(0, slash))
                .then(a -> Prefix.parse(text.substring(slash + 1), 32).then(n -> exact(a, n)));
    }

    /** Returns the subnet of that prefix length that contains an address. */
    public static Subnet4 around(Address4 address, int prefix) {
        return new Subnet4(new Address4(address.bits() & mask(prefix)), prefix);
    }

    private static Parsed<Subnet4> exact(Address4 address, int prefix) {
        Subnet4 range = around(address, prefix);
        return range.network.equals(address)
                ? Parsed.good(range)
                : Parsed.bad("host bits are set; the subnet is `" + range + "`");
    }

    /** Returns the bits of the netmask. */
    public int mask() {
        return mask(prefix);
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    /** Returns the number of addresses, including network and broadcast address. */
    public long size() {
        return 1L << (32 - prefix);
    }

    /** Returns the first address. */
    public Address4 first() {
        return network;
    }

    /** Returns the last address (broadcast). */
    public Address4 last() {
        return new Address4(network.bits() | ~mask());
    }

    /** Returns whether the address is in it. */
    public boolean contains(Address4 address) {
        return (address.bits() & mask()) == network.bits();
    }

    /** Returns whether the two overlap. */
    public boolean overlaps(Subnet4 other) {
        return contains(other.network) || other.contains(network);
    }

    /** Returns the address at a position from its start. */
    public Address4 at(long offset) {
        return network.plus(offset);
    }

    @Override
    public int compareTo(Subnet4 other) {
        int c = network.compareTo(other.network);
        return c != 0 ? c : Integer.compare(prefix, other.prefix);
    }

    @Override
    public String toString() {
        return network + "/" + prefix;
    }
}
