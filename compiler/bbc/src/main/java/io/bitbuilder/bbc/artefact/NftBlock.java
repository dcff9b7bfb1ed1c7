package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet4;
import java.util.List;

/**
 * Chain of a tenant that a map of the base file jumps to, or a set that rules of the chains name. A tenant has no base
 * chain: the kernel would run it for the packets of all tenants.
 *
 * @param keyword {@code chain} or {@code set}
 */
public record NftBlock(NftWord keyword, NftWord name, List<NftRule> rules) {
    /** Copies. */
    public NftBlock {
        rules = List.copyOf(rules);
    }

    /** Returns a chain. */
    public static NftBlock chain(String name, List<NftRule> rules) {
        return new NftBlock(NftWord.keyword("chain"), NftWord.identifier(name), rules);
    }

    /** Returns a set of subnets of one family, none inside another, at least one. */
    public static NftBlock set(Origin origin, String name, List<? extends Subnet> subnets) {
        String type = subnets.getFirst() instanceof Subnet4 ? "type ipv4_addr" : "type ipv6_addr";
        return new NftBlock(
                NftWord.keyword("set"),
                NftWord.identifier(name),
                List.of(
                        NftRule.of(origin, type),
                        NftRule.of(origin, "flags interval"),
                        NftRule.of(origin, "elements = { ? }", NftWord.list(subnets))));
    }
}
