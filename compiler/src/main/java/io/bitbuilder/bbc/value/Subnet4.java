package io.bitbuilder.bbc.value;

/** An IPv4 range, 0 to 32 bits of prefix, host bits zero (RFC 4632). */
public record Subnet4(Address4 network, int prefix) implements Subnet, Comparable<Subnet4> {
    /** {@code address/prefix} with all host bits zero: a range is written by its first address. */
    public static Parsed<Subnet4> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Parsed.bad("it has no prefix length, as in `/24`");
        }
        return Address4.parse(text.substring(0, slash)).then(a -> Prefix.parse(text.substring(slash + 1), 32).then(n -> exact(a, n)));
    }

    /** The range of that length around an address. */
    public static Subnet4 around(Address4 address, int prefix) {
        return new Subnet4(new Address4(address.bits() & mask(prefix)), prefix);
    }

    private static Parsed<Subnet4> exact(Address4 address, int prefix) {
        Subnet4 range = around(address, prefix);
        return range.network.equals(address) ? Parsed.good(range) : Parsed.bad("it has host bits set; the range is `" + range + "`");
    }

    /** The mask's bits. */
    public int mask() {
        return mask(prefix);
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    /** Number of addresses in it, network and broadcast included. */
    public long size() {
        return 1L << (32 - prefix);
    }

    /** First address. */
    public Address4 first() {
        return network;
    }

    /** Last address (broadcast). */
    public Address4 last() {
        return new Address4(network.bits() | ~mask());
    }

    /** True when the address lies in it. */
    public boolean contains(Address4 address) {
        return (address.bits() & mask()) == network.bits();
    }

    /** True when both share an address. */
    public boolean overlaps(Subnet4 other) {
        return contains(other.network) || other.contains(network);
    }

    /** The address at a position from its start. */
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
