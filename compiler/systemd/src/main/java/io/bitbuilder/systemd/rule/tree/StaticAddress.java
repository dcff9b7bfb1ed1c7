package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.ValidValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Static address of a link.
 *
 * @param address the address without its prefix length
 * @param bits prefix length
 * @param onLink true when networkd adds a route to the subnet
 */
record StaticAddress(NetworkFile network, Address address, int bits, boolean onLink, Span span) {

    /** Returns the addresses of a file that have a prefix length and no peer. */
    static List<StaticAddress> of(NetworkFile network) {
        List<StaticAddress> all = new ArrayList<>();
        for (EffectiveSettings section : network.settings().eachOrShort("Address", "Address")) {
            if (!section.has("Peer")) {
                section.last("Address")
                        .flatMap(line -> read(network, line, !section.isFalse("AddPrefixRoute")))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<StaticAddress> read(NetworkFile network, Assignment line, boolean onLink) {
        int slash = line.value().indexOf('/');
        Optional<Address> address = address(line.value().substring(0, Math.max(0, slash)));
        Optional<Long> bits = ValidValues.number(line.value().substring(slash + 1));
        if (slash < 0 || address.isEmpty() || bits.isEmpty() || bits.get() > width(address.get())) {
            return Optional.empty();
        }
        return Optional.of(new StaticAddress(network, address.get(), bits.get().intValue(), onLink, line.span()));
    }

    /** Parses an address of either family. */
    static Optional<Address> address(String text) {
        return Address4.parse(text)
                .toOptional()
                .<Address>map(a -> a)
                .or(() -> Address6.parse(text).toOptional());
    }

    private static int width(Address address) {
        return address instanceof Address4 ? 32 : 128;
    }

    private static BigInteger number(Address address) {
        return switch (address) {
            case Address4(int bits) -> BigInteger.valueOf(Integer.toUnsignedLong(bits));
            case Address6(long high, long low) ->
                new BigInteger(Long.toUnsignedString(high))
                        .shiftLeft(64)
                        .add(new BigInteger(Long.toUnsignedString(low)));
        };
    }

    boolean isIpv4() {
        return address instanceof Address4;
    }

    /** Returns whether the prefix covers other addresses as well. */
    boolean isSubnet() {
        return bits < width(address);
    }

    /**
     * Returns true for addresses that many links share by intent: link-local ones, and zero, for which networkd
     * allocates one.
     */
    boolean isShared() {
        BigInteger number = number(address);
        return number.signum() == 0
                || (isIpv4()
                        ? number.shiftRight(16).intValue() == 0xa9fe
                                || number.shiftRight(24).intValue() == 127
                        : number.shiftRight(118).intValue() == 0x3fa);
    }

    /** Returns the first address of its subnet. */
    BigInteger first() {
        int host = width(address) - bits;
        return number(address).shiftRight(host).shiftLeft(host);
    }

    /** Returns the last address of its subnet. */
    BigInteger last() {
        return first().add(BigInteger.ONE.shiftLeft(width(address) - bits)).subtract(BigInteger.ONE);
    }

    /** Returns whether the other address is in the subnet. */
    boolean contains(Address other) {
        return isIpv4() == other instanceof Address4
                && number(other).compareTo(first()) >= 0
                && number(other).compareTo(last()) <= 0;
    }
}
