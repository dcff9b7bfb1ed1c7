package io.bitbuilder.bbc.value;

/** A range of addresses with a prefix length and no host bits, of either family. */
public sealed interface Subnet permits Subnet4, Subnet6 {
    /** A range of either family: one with a colon is IPv6. */
    static Parsed<Subnet> parse(String text) {
        return text.indexOf(':') >= 0 ? Subnet6.parse(text).map(s -> s) : Subnet4.parse(text).map(s -> s);
    }

    /** Prefix length. */
    int prefix();
}
