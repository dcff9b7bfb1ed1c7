package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.systemd.Form;
import io.bitbuilder.bbc.systemd.NetworkdText;
import io.bitbuilder.bbc.systemd.Section;
import io.bitbuilder.bbc.systemd.Word;
import io.bitbuilder.bbc.value.IntRange;
import java.util.ArrayList;
import java.util.List;

/** The bridge of a tenant's network, with its gateway and its DHCP server (systemd.netdev(5), systemd.network(5)). */
final class Bridge {
    private Bridge() {}

    static List<Artefact> of(Site site, Network network) {
        return List.of(netdev(site, network), network(site, network));
    }

    private static String name(Site site, Network network) {
        return InterfaceNames.bridge(site.name(), network.name());
    }

    private static NetworkdText description(Site site, Network network) {
        return new NetworkdText("Network " + network.name() + " of tenant " + site.name());
    }

    private static Artefact netdev(Site site, Network network) {
        String name = name(site, network);
        Origins at = network.at();
        return FieldDirectives.of(Form.BRIDGE_NETDEV, at).file(site.etc("systemd/network/50-" + name + ".netdev"), site.banner(),
                Section.named("NetDev", at.block())
                        .set("Name", Word.of(name))
                        .set("Kind", Word.of("bridge"))
                        .set("Description", description(site, network)));
    }

    private static Artefact network(Site site, Network network) {
        FieldDirectives fields = FieldDirectives.of(Form.BRIDGE_NETWORK, network.at());
        List<Section.Builder> sections = new ArrayList<>();
        sections.add(Section.named("Match", network.at().block())
                .set("Name", Word.of(name(site, network)))
                .set("Kind", Word.of("bridge")));
        sections.add(gateway(site, network));
        sections.add(server(network, fields));
        for (Attachment attachment : attachments(site, network)) {
            attachment.ipv4().address().ifPresent(address -> sections.add(
                    Section.named("DHCPServerStaticLease", attachment.at().of("ipv4"))
                            .set("MACAddress", Word.of(attachment.mac()), attachment.at().of("mac"))
                            .set("Address", Word.of(address))));
        }
        return fields.file(site.etc("systemd/network/50-" + name(site, network) + ".network"), site.banner(), sections.toArray(Section.Builder[]::new));
    }

    private static List<Attachment> attachments(Site site, Network network) {
        return site.workloads().stream()
                .filter(Site::isConnected)
                .flatMap(w -> w.attach().stream())
                .filter(a -> a.network().equals(network.name()))
                .toList();
    }

    private static Section.Builder gateway(Site site, Network network) {
        Origins at = network.at();
        Section.Builder section = Section.named("Network", at.block())
                .set("Description", description(site, network))
                .set("Address", Word.of(network.gateway(), network.subnet().prefix()), at.of("subnet"))
                .set("Address", Uplink.gateway6(network).map(g -> Word.of(g, network.subnet6().orElseThrow().prefix())), at.of("subnet6"))
                .set("DHCPServer", Word.of(true));
        boolean six = network.ipv6();
        switch (network.mode()) {
            case NAT -> section.set("IPMasquerade", Word.of(six ? "both" : "ipv4"), at.of("mode"));
            case ROUTED -> section.set("IPv4Forwarding", Word.of(true), at.of("mode"));
            case BRIDGE -> { }
        }
        if (six && network.mode() == NetworkMode.ROUTED) {
            section.set("IPv6Forwarding", Word.of(true), at.of("ipv6"));
        }
        return section
                .set("LinkLocalAddressing", Word.of(six ? "ipv6" : "no"), at.of("ipv6"))
                .set("IPv6AcceptRA", Word.of(false))
                .set("ConfigureWithoutCarrier", Word.of(true));
    }

    private static Section.Builder server(Network network, FieldDirectives fields) {
        Origins at = network.at();
        IntRange pool = network.pool();
        List<Word> dns = Dns.servers(network).stream().map(Word::of).toList();
        Section.Builder section = Section.named("DHCPServer", at.block())
                .set("PoolOffset", Word.of(pool.first()), at.of("dhcp.range"))
                .set("PoolSize", Word.of(pool.size()), at.of("dhcp.range"));
        return fields.in(section)
                .set("EmitDNS", Word.of(true))
                .each("DNS", dns, at.of("dns"))
                .set("EmitRouter", Word.of(network.mode() != NetworkMode.BRIDGE), at.of("mode"))
                .set("EmitTimezone", Word.of(false));
    }
}
