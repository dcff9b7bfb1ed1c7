package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origin;
import java.util.ArrayList;
import java.util.List;

/** Elements of a network in the maps and sets of {@code base.nft}. */
final class NetworkElements {
    private static final String JUMP = "add element inet bbc ? { ? : jump ? }";

    private NetworkElements() {}

    static List<NftRule> of(
            Network network, NftWord bridge, NftWord toHost, NftWord fromGuests, NftWord toGuests, NftWord bridged) {
        Origin origin = network.at().block();
        List<NftRule> elements = new ArrayList<>();
        elements.add(NftRule.of(origin, JUMP, NftWord.identifier("to_host"), bridge, toHost));
        elements.add(NftRule.of(origin, JUMP, NftWord.identifier("from_guests"), bridge, fromGuests));
        elements.add(NftRule.of(origin, JUMP, NftWord.identifier("to_guests"), bridge, toGuests));
        elements.add(NftRule.of(origin, JUMP, NftWord.identifier("bridged"), bridge, bridged));
        NftWord subnet = NftWord.of(network.subnet());
        elements.add(NftRule.of(network.at().of("subnet"), "add element inet bbc hairpin { ? . ? }", subnet, subnet));
        if (network.mode() == NetworkMode.NAT) {
            Origin mode = network.at().of("mode");
            elements.add(NftRule.of(mode, "add element inet bbc masqueraded4 { ? }", subnet));
            network.subnet6()
                    .filter(s -> network.ipv6())
                    .ifPresent(s ->
                            elements.add(NftRule.of(mode, "add element inet bbc masqueraded6 { ? }", NftWord.of(s))));
        }
        return elements;
    }
}
