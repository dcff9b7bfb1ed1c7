package io.bitbuilder.systemd.value;

import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.OptionalInt;

/** IP addresses as inet_pton(3) reads them, alone and with the length of a prefix. */
public final class Addresses {

    /**
     * An address with the length of its network's prefix.
     *
     * @param length in bits; empty when none was written
     */
    public record Net(Address address, OptionalInt length) {}

    private Addresses() {}

    /** Parses an address of either family. */
    public static Parsed<Address> parse(String text) {
        Parsed<Address> parsed = Address.parse(text);
        return parsed instanceof Parsed.Good ? parsed : Parsed.bad(Reason.invalid("IP address", text));
    }

    /** Parses an IPv4 address. */
    public static Parsed<Address> parse4(String text) {
        return parse(text)
                .then(a -> a instanceof Address4 ? Parsed.good(a) : Parsed.bad(Reason.invalid("IPv4 address", text)));
    }

    /** Parses an IPv6 address. */
    public static Parsed<Address> parse6(String text) {
        return parse(text)
                .then(a -> a instanceof Address6 ? Parsed.good(a) : Parsed.bad(Reason.invalid("IPv6 address", text)));
    }

    /** Returns whether the address is {@code 0.0.0.0} or {@code ::}. */
    public static boolean isNull(Address address) {
        return switch (address) {
            case Address4(int bits) -> bits == 0;
            case Address6(long high, long low) -> high == 0 && low == 0;
        };
    }

    /** Returns the number of bits of an address of its family. */
    public static int bits(Address address) {
        return address instanceof Address4 ? 32 : 128;
    }

    /** {@code address} or {@code address/length}. */
    public static Parsed<Net> net(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return parse(text).map(a -> new Net(a, OptionalInt.empty()));
        }
        return parse(text.substring(0, slash))
                .then(a -> Numbers.uint(text.substring(slash + 1), 0, bits(a))
                        .map(n -> new Net(a, OptionalInt.of(n.intValue()))));
    }
}
