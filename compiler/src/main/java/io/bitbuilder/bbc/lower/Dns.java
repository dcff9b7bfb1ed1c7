package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.systemd.Form;
import io.bitbuilder.bbc.systemd.Section;
import io.bitbuilder.bbc.systemd.SystemdFile;
import io.bitbuilder.bbc.systemd.Word;
import io.bitbuilder.bbc.value.Address4;
import java.util.List;
import java.util.Optional;

/**
 * Name servers of a network's guests: those that the network names, else the gateway, where the host's systemd-resolved
 * answers with the name servers of the uplink (resolved.conf(5), {@code DNSStubListenerExtra=}).
 */
final class Dns {
    private Dns() {}

    static List<Address4> servers(Network network) {
        return network.dns().isEmpty() ? List.of(network.gateway()) : network.dns();
    }

    /** True when the host answers the network's guests. */
    static boolean isOnGateway(Network network) {
        return network.dns().isEmpty();
    }

    static Optional<Artefact> of(Site site) {
        List<Network> served = site.networks().stream().filter(Dns::isOnGateway).toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        Section.Builder resolve = Section.named("Resolve", site.origin());
        served.forEach(n -> resolve.set("DNSStubListenerExtra", Word.of(n.gateway()), n.at().of("subnet")));
        String path = "systemd/resolved.conf.d/50-" + site.name() + ".conf";
        return Optional.of(SystemdFile.of(site.etc(path), Form.RESOLVED, site.banner(), resolve));
    }
}
