package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Parsed;

/** Subnet of either family, without host bits. */
public sealed interface Subnet permits Subnet4, Subnet6 {
    /** Parses a subnet of either family: one with a colon is IPv6. */
    static Parsed<Subnet> parse(String text) {
        return text.indexOf(':') >= 0
                ? Subnet6.parse(text).map(s -> s)
                : Subnet4.parse(text).map(s -> s);
    }

    /** Returns the prefix length. */
    int prefix();
}
