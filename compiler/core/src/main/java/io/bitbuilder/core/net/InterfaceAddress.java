package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** Address of an interface with the prefix of its link, so host bits are set. IPv4 only. */
public record InterfaceAddress(Address4 address, int prefix) {
    /**
     * Parses {@code address/prefix}; the address must not be the network's or the broadcast address of a link below /31
     * (RFC 3021).
     */
    public static Parsed<InterfaceAddress> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Parsed.bad("missing prefix length, such as `/24`");
        }
        return Address4.parse(text.substring(0, slash))
                .then(a -> Prefix.parse(text.substring(slash + 1), 32).map(n -> new InterfaceAddress(a, n)))
                .then(InterfaceAddress::host);
    }

    private static Parsed<InterfaceAddress> host(InterfaceAddress it) {
        Subnet4 link = it.subnet();
        if (it.prefix < 31 && it.address.equals(link.first())) {
            return Parsed.bad("it is the network address, not that of an interface");
        }
        if (it.prefix < 31 && it.address.equals(link.last())) {
            return Parsed.bad("it is the broadcast address of its subnet");
        }
        return Parsed.good(it);
    }

    /** Returns the subnet of the link. */
    public Subnet4 subnet() {
        return Subnet4.around(address, prefix);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
