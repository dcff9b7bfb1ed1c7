package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** An IP address of either family; {@code toString} is the canonical form. */
public sealed interface Address permits Address4, Address6 {
    /** Parses an address of either family: one with a colon is IPv6. */
    static Parsed<Address> parse(String text) {
        return text.indexOf(':') >= 0
                ? Address6.parse(text).map(a -> a)
                : Address4.parse(text).map(a -> a);
    }
}
