package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.core.net.Address4;
import java.util.List;
import java.util.Optional;

/**
 * Name servers of a network's guests: those that the network names, else the gateway, where the host's systemd-resolved
 * forwards to the name servers of the uplink (resolved.conf(5), {@code DNSStubListenerExtra=}). A network of mode
 * {@code bridge} has no gateway for names: queries would leave the bridge (CVE-2024-29018).
 */
public final class DnsServers {
    private static final ArtefactKind KIND = ArtefactKind.of("resolved");

    private DnsServers() {}

    public static List<Address4> servers(Network network) {
        return isOnGateway(network) ? List.of(network.gateway()) : network.dns();
    }

    /** Returns whether the host resolves names for the network's guests. */
    static boolean isOnGateway(Network network) {
        return network.dns().isEmpty() && network.mode() != NetworkMode.BRIDGE;
    }

    public static Optional<Artefact> of(TenantOnHost onHost) {
        List<Network> served =
                onHost.networks().stream().filter(DnsServers::isOnGateway).toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        Section.Builder resolve = Section.named("Resolve", onHost.origin());
        served.forEach(n -> resolve.set("DNSStubListenerExtra", Word.of(n.gateway()), n.at().of("subnet")));
        String path = "systemd/resolved.conf.d/50-" + onHost.name() + ".conf";
        return Optional.of(SystemdFile.of(onHost.etc(path), KIND, onHost.banner(), resolve));
    }
}
