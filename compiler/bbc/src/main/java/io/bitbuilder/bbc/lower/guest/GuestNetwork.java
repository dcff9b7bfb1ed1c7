package io.bitbuilder.bbc.lower.guest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.NetworkdText;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Attachment.Assignment;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.lower.network.DefaultRoute;
import io.bitbuilder.bbc.lower.network.DnsServers;
import io.bitbuilder.bbc.lower.network.LinkMtu;

/**
 * Guest side of an attachment, read by the guest's networkd. Only one attachment has the default route
 * ({@link DefaultRoute}). A machine's only interface is matched by its type, since the guest chooses its name.
 */
final class GuestNetwork {
    private static final ArtefactKind KIND = ArtefactKind.of("guest-network");

    private GuestNetwork() {}

    static Artefact of(TenantOnHost onHost, Workload workload, Attachment attachment, String path) {
        return FieldDirectives.of(KIND, attachment.at())
                .file(
                        path,
                        onHost.banner(),
                        match(workload, attachment),
                        LinkMtu.ofNew(
                                onHost,
                                onHost.network(attachment),
                                attachment.at().block()),
                        network(onHost, workload, attachment),
                        dhcp(onHost, workload, attachment));
    }

    private static Section.Builder match(Workload workload, Attachment attachment) {
        Section.Builder match = Section.named("Match", attachment.at().block());
        return workload instanceof Machine
                ? match.set("Type", Word.of("ether")).set("Kind", new NetworkdText("!*"))
                : match.set("Name", Word.of(attachment.name()));
    }

    private static Section.Builder network(TenantOnHost onHost, Workload workload, Attachment attachment) {
        Network network = onHost.network(attachment);
        Section.Builder section = Section.named("Network", attachment.at().block());
        Origin four = attachment.at().of("ipv4");
        Origin six = attachment.at().of("ipv6");
        boolean routed = isRouted(onHost, workload, attachment);
        if (attachment.ipv4().assignment() == Assignment.DHCP) {
            section.set("DHCP", Word.of("ipv4"), four);
        } else {
            attachment.ipv4().address().ifPresent(address -> {
                section.set("Address", Word.of(address, network.subnet().prefix()), four);
                if (routed) {
                    section.set("Gateway", Word.of(network.gateway()), four);
                }
                section.each(
                        "DNS",
                        DnsServers.servers(network).stream().map(Word::of).toList(),
                        network.at().of("dns"));
            });
        }
        attachment.ipv6().address().ifPresent(address -> {
            section.set(
                    "Address", Word.of(address, network.subnet6().orElseThrow().prefix()), six);
            if (DefaultRoute.six(onHost, workload).filter(attachment::equals).isPresent()) {
                section.set("Gateway", DefaultRoute.gateway6(network).map(Word::of), six);
            }
        });
        return section.set(
                        "LinkLocalAddressing",
                        Word.of(attachment.ipv6().address().isPresent() ? "ipv6" : "no"),
                        six)
                .set("IPv6AcceptRA", Word.of(false));
    }

    private static Section.Builder dhcp(TenantOnHost onHost, Workload workload, Attachment attachment) {
        Section.Builder section = Section.named("DHCPv4", attachment.at().of("ipv4"));
        if (attachment.ipv4().assignment() == Assignment.DHCP) {
            section.set("ClientIdentifier", Word.of("mac"));
            if (!isRouted(onHost, workload, attachment)) {
                section.set("UseGateway", Word.of(false));
            }
        }
        return section;
    }

    private static boolean isRouted(TenantOnHost onHost, Workload workload, Attachment attachment) {
        return DefaultRoute.of(onHost, workload)
                .filter(a -> a.name().equals(attachment.name()))
                .isPresent();
    }
}
