package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftBlock;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Peering;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Firewall rules between networks that are joined. Both tenants write them, since the chains of each drop packets that
 * they do not know. Two chains are named after each pair, so that a diff shows which networks are joined: one for
 * packets to the other network, one for packets from it. An element exempts packets to it from translation.
 */
final class PeerRules {
    private PeerRules() {}

    /** Returns the rules for packets from guests of the tenant. */
    static List<NftRule> leaving(TenantOnHost onHost) {
        return onHost.peerings().stream()
                .map(p -> jump(p, p.own(), p.other(), chain(p, "peers")))
                .toList();
    }

    /** Returns the rules for packets to guests of the tenant. */
    static List<NftRule> entering(TenantOnHost onHost) {
        return onHost.peerings().stream()
                .map(p -> jump(p, p.other(), p.own(), chain(p, "hears")))
                .toList();
    }

    /** Returns the chains of both. */
    static List<NftBlock> chains(TenantOnHost onHost) {
        List<NftBlock> chains = new ArrayList<>();
        for (Peering peering : onHost.peerings()) {
            chains.add(NftBlock.chain(chain(peering, "peers"), accepted(peering, peering.own(), peering.other())));
            chains.add(NftBlock.chain(chain(peering, "hears"), accepted(peering, peering.other(), peering.own())));
        }
        return chains;
    }

    /** Returns the elements of the sets of {@code base.nft}. */
    static List<NftRule> elements(TenantOnHost onHost) {
        List<NftRule> elements = new ArrayList<>();
        for (Peering peering : onHost.peerings()) {
            Origin origin = origin(peering);
            elements.add(NftRule.of(
                    origin,
                    "add element inet bbc joined4 { ? . ? }",
                    NftWord.of(peering.own().network().subnet()),
                    NftWord.of(peering.other().network().subnet())));
            if (peering.hasIpv6()) {
                elements.add(NftRule.of(
                        origin, "add element inet bbc joined6 { ? . ? }", six(peering.own()), six(peering.other())));
            }
        }
        return elements;
    }

    /** Names do not contain {@code __}, so it separates the parts of a chain's name. */
    private static String chain(Peering peering, String verb) {
        return TenantUnitNames.nftChain(
                peering.own().tenant().name(),
                verb + "_" + TenantUnitNames.nftPart(peering.own().network().name()) + "__with_"
                        + TenantUnitNames.nftPart(peering.other().tenant().name()) + "__"
                        + TenantUnitNames.nftPart(peering.other().network().name()));
    }

    private static NftRule jump(Peering peering, Peering.End from, Peering.End to, String chain) {
        return NftRule.of(
                origin(peering), "iifname ? oifname ? jump ?", bridge(from), bridge(to), NftWord.identifier(chain));
    }

    private static List<NftRule> accepted(Peering peering, Peering.End from, Peering.End to) {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(
                origin(peering),
                "ip saddr ? ip daddr ? accept",
                NftWord.of(from.network().subnet()),
                NftWord.of(to.network().subnet())));
        if (peering.hasIpv6()) {
            rules.add(NftRule.of(origin(peering), "ip6 saddr ? ip6 daddr ? accept", six(from), six(to)));
        }
        return rules;
    }

    private static Origin origin(Peering peering) {
        return peering.own().peer().at().block();
    }

    private static NftWord six(Peering.End end) {
        return NftWord.of(end.network().subnet6().orElseThrow());
    }

    private static NftWord bridge(Peering.End end) {
        return NftWord.iface(
                InterfaceNames.bridge(end.tenant().name(), end.network().name()));
    }
}
