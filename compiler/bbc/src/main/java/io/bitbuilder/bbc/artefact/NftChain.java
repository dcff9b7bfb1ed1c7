package io.bitbuilder.bbc.artefact;

import java.util.List;
import java.util.Optional;

/**
 * Chain: a base chain if it has a hook, else one that rules jump to. The policy of a base chain is always accept, since
 * a drop policy in one table drops the packets of all tenants.
 */
public record NftChain(NftWord name, Optional<Hook> hook, List<NftRule> rules) {
    /** Copies. */
    public NftChain {
        rules = List.copyOf(rules);
    }

    /** Returns a base chain. */
    public static NftChain base(String name, String type, String hook, String priority, List<NftRule> rules) {
        Hook at = new Hook(NftWord.keyword(type), NftWord.keyword(hook), NftWord.keyword(priority));
        return new NftChain(NftWord.identifier(name), Optional.of(at), rules);
    }

    /** Returns a chain that rules jump to. */
    public static NftChain of(String name, List<NftRule> rules) {
        return new NftChain(NftWord.identifier(name), Optional.empty(), rules);
    }

    /** Hook of a base chain: type, hook and named priority of nft. */
    public record Hook(NftWord type, NftWord hook, NftWord priority) {}
}
