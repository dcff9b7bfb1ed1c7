package io.bitbuilder.bbc.value;

/** A range of addresses with a prefix length and no host bits, of either family. */
public sealed interface Subnet permits Subnet4, Subnet6 {
    /** Prefix length. */
    int prefix();
}
