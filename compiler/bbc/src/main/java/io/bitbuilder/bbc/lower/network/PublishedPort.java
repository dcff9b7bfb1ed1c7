package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.core.net.Address4;
import java.util.List;
import java.util.Locale;

/**
 * Published port of a workload.
 *
 * @param to address that it leads to
 * @param bridge of that address
 */
record PublishedPort(Publish publish, Address4 to, NftWord bridge) {

    /** Returns those of a tenant's workloads; a workload without a default route publishes nothing. */
    static List<PublishedPort> of(TenantOnHost onHost) {
        return onHost.workloads().stream()
                .flatMap(w -> DefaultRoute.of(onHost, w).stream()
                        .flatMap(a -> w.publish().stream().map(p -> of(onHost, a, p))))
                .toList();
    }

    private static PublishedPort of(TenantOnHost onHost, Attachment attachment, Publish publish) {
        return new PublishedPort(
                publish,
                attachment.ipv4().address().orElseThrow(),
                NftWord.iface(InterfaceNames.bridge(onHost.name(), attachment.network())));
    }

    /** Returns the element that translates packets to the host's address. */
    NftRule translation(Host host) {
        return NftRule.of(
                publish.at().block(),
                "add element inet bbc published { ? . ? . ? : ? . ? }",
                NftWord.of(host.address().address()),
                proto(),
                NftWord.port(publish.host()),
                NftWord.of(to),
                NftWord.port(publish.guest()));
    }

    /** Returns the rule that accepts the translated packets. */
    NftRule accept() {
        return NftRule.of(
                publish.at().block(),
                "ct status dnat oifname ? ip daddr ? ? dport ? accept",
                bridge,
                NftWord.of(to),
                proto(),
                NftWord.port(publish.guest()));
    }

    private NftWord proto() {
        return NftWord.keyword(publish.proto().name().toLowerCase(Locale.ROOT));
    }
}
