package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.NetworkdText;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.List;

/** Host side of a workload's attachments: each interface becomes a port of its network's bridge. */
public final class PortNetwork {
    private static final ArtefactKind KIND = ArtefactKind.of("port-network");

    private PortNetwork() {}

    public static List<Artefact> of(TenantOnHost onHost, Workload workload) {
        return TenantOnHost.isConnected(workload)
                ? workload.attach().stream().map(a -> of(onHost, workload, a)).toList()
                : List.of();
    }

    private static Artefact of(TenantOnHost onHost, Workload workload, Attachment attachment) {
        Network network = onHost.network(attachment);
        String name =
                "60-" + TenantUnitNames.machine(onHost.name(), workload.name()) + "." + attachment.name() + ".network";
        // A guest takes no part in the spanning tree.
        Section.Builder bridge = Section.named("Bridge", network.at().of("isolate"))
                .set("UseBPDU", Word.of(false), network.at().block())
                .set("AllowPortToBeRoot", Word.of(false), network.at().block());
        if (network.isolate()) {
            bridge.set("Isolated", Word.of(true));
        }
        if (isReflecting(onHost, workload, attachment)) {
            bridge.set(
                    "HairPin", Word.of(true), workload.publish().getFirst().at().block());
        }
        return FieldDirectives.of(KIND, attachment.at())
                .file(
                        onHost.etc("systemd/network/" + name),
                        onHost.banner(),
                        Section.named("Match", attachment.at().block())
                                .set("Name", Word.of(InterfaceNames.port(onHost.name(), workload, attachment.name())))
                                .set("Kind", Word.of(workload instanceof Machine ? "tun" : "veth")),
                        LinkMtu.ofNew(onHost, network, attachment.at().block()),
                        Section.named("Network", attachment.at().block())
                                .set(
                                        "Description",
                                        new NetworkdText("Attachment " + attachment.name() + " of " + workload.name()
                                                + " of tenant " + onHost.name()))
                                .set(
                                        "Bridge",
                                        Word.of(InterfaceNames.bridge(onHost.name(), network.name())),
                                        attachment.at().of("network"))
                                .set("LinkLocalAddressing", Word.of(false)),
                        bridge);
    }

    /**
     * Returns whether a frame may leave through the port that it came from: a guest's connection to its own published
     * port, which br_netfilter translates within the bridge.
     */
    static boolean isReflecting(TenantOnHost onHost, Workload workload, Attachment attachment) {
        return !workload.publish().isEmpty()
                && DefaultRoute.of(onHost, workload).filter(attachment::equals).isPresent();
    }
}
