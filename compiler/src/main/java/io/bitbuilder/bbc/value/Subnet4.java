package io.bitbuilder.bbc.value;

/** An IPv4 range, 0 to 32 bits of prefix, host bits zero (RFC 4632). */
public record Subnet4(Address4 network, int prefix) implements Subnet, Comparable<Subnet4> {
    /** The mask's bits. */
    public int mask() {
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
