package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.NetworkdText;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import java.util.ArrayList;
import java.util.List;

/** Bridge of a tenant's network, with its gateway and its DHCP server (systemd.netdev(5), systemd.network(5)). */
public final class BridgeFiles {
    private static final ArtefactKind BRIDGE_NETDEV = ArtefactKind.of("bridge-netdev");
    private static final ArtefactKind BRIDGE_NETWORK = ArtefactKind.of("bridge-network");

    private BridgeFiles() {}

    public static List<Artefact> of(TenantOnHost onHost, Network network) {
        return List.of(netdev(onHost, network), network(onHost, network));
    }

    private static String name(TenantOnHost onHost, Network network) {
        return InterfaceNames.bridge(onHost.name(), network.name());
    }

    private static NetworkdText description(TenantOnHost onHost, Network network) {
        return new NetworkdText("Network " + network.name() + " of tenant " + onHost.name());
    }

    private static Artefact netdev(TenantOnHost onHost, Network network) {
        String name = name(onHost, network);
        Origins at = network.at();
        return FieldDirectives.of(BRIDGE_NETDEV, at)
                .file(
                        onHost.etc("systemd/network/50-" + name + ".netdev"),
                        onHost.banner(),
                        Section.named("NetDev", at.block())
                                .set("Name", Word.of(name))
                                .set("Kind", Word.of("bridge"))
                                .set("Description", description(onHost, network)));
    }

    private static Artefact network(TenantOnHost onHost, Network network) {
        FieldDirectives fields = FieldDirectives.of(BRIDGE_NETWORK, network.at());
        List<Section.Builder> sections = new ArrayList<>();
        sections.add(Section.named("Match", network.at().block())
                .set("Name", Word.of(name(onHost, network)))
                .set("Kind", Word.of("bridge")));
        sections.add(LinkMtu.ofKept(onHost, network, network.at().block()));
        sections.add(gateway(onHost, network));
        sections.add(server(network, fields));
        for (Attachment attachment : attachments(onHost, network)) {
            attachment
                    .ipv4()
                    .address()
                    .ifPresent(address -> sections.add(Section.named(
                                    "DHCPServerStaticLease", attachment.at().of("ipv4"))
                            .set(
                                    "MACAddress",
                                    Word.of(attachment.mac()),
                                    attachment.at().of("mac"))
                            .set("Address", Word.of(address))));
        }
        return fields.file(
                onHost.etc("systemd/network/50-" + name(onHost, network) + ".network"),
                onHost.banner(),
                sections.toArray(Section.Builder[]::new));
    }

    private static List<Attachment> attachments(TenantOnHost onHost, Network network) {
        return onHost.workloads().stream()
                .filter(TenantOnHost::isConnected)
                .flatMap(w -> w.attach().stream())
                .filter(a -> a.network().equals(network.name()))
                .toList();
    }

    private static Section.Builder gateway(TenantOnHost onHost, Network network) {
        Origins at = network.at();
        Section.Builder section = Section.named("Network", at.block())
                .set("Description", description(onHost, network))
                .set("Address", Word.of(network.gateway(), network.subnet().prefix()), at.of("subnet"))
                .set(
                        "Address",
                        DefaultRoute.gateway6(network)
                                .map(g -> Word.of(
                                        g, network.subnet6().orElseThrow().prefix())),
                        at.of("subnet6"))
                .set("DHCPServer", Word.of(true));
        boolean six = network.ipv6();
        if (network.mode() != NetworkMode.BRIDGE) {
            section.set("IPv4Forwarding", Word.of(true), at.of("mode"));
            if (six) {
                section.set("IPv6Forwarding", Word.of(true), at.of("ipv6"));
            }
        }
        return section.set("LinkLocalAddressing", Word.of(six ? "ipv6" : "no"), at.of("ipv6"))
                .set("IPv6AcceptRA", Word.of(false))
                .set("ConfigureWithoutCarrier", Word.of(true));
    }

    /** Without a pool of its own: the port guard lets only guests with a static lease reach the server. */
    private static Section.Builder server(Network network, FieldDirectives fields) {
        Origins at = network.at();
        List<Word> dns = DnsServers.servers(network).stream().map(Word::of).toList();
        return fields.in(Section.named("DHCPServer", at.block()))
                .set("EmitDNS", Word.of(!dns.isEmpty()))
                .each("DNS", dns, at.of("dns"))
                .set("EmitRouter", Word.of(network.mode() != NetworkMode.BRIDGE), at.of("mode"))
                .set("EmitTimezone", Word.of(false));
    }
}
