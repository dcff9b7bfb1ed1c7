package io.bitbuilder.bbc.value;

/** An address of an interface with the prefix of its link: host bits are meant. IPv4 for now. */
public record InterfaceAddress(Address4 address, int prefix) {
    /** The range of the link. */
    public Subnet4 subnet() {
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        return new Subnet4(new Address4(address.bits() & mask), prefix);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
