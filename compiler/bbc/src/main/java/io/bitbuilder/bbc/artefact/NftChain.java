package io.bitbuilder.bbc.artefact;

import java.util.List;

/**
 * Chain that a map of the base file jumps to. A tenant has no base chain: the kernel would run it for the packets of
 * all tenants.
 */
public record NftChain(NftWord name, List<NftRule> rules) {
    /** Copies. */
    public NftChain {
        rules = List.copyOf(rules);
    }

    /** Returns a chain. */
    public static NftChain of(String name, List<NftRule> rules) {
        return new NftChain(NftWord.identifier(name), rules);
    }
}
