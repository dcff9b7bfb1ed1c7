package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.UnitNames;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.json.Json;
import io.bitbuilder.bbc.systemd.JsonFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a host carries, for people and for the diff: capacity, addresses, and the order in which an apply brings its units up.
 * The host itself works from its tree alone.
 */
final class HostManifest {
    private HostManifest() {}

    static Artefact of(Fleet fleet, Host host, List<Site> sites) {
        Json.Members root = Json.object()
                .put("host", host.name())
                .put("platform", fleet.platform().name())
                .put("systemd", fleet.platform().systemd())
                .put("architecture", ReleaseFile.word(host.architecture()))
                .put("uplink", host.uplink())
                .put("address", host.address().toString())
                .put("tenants", Json.texts(sites.stream().map(Site::name).toList()))
                .put("capacity", Capacity.of(host, sites))
                .put("networks", sites.stream().flatMap(s -> s.networks().stream().map(n -> network(s, n))).toList())
                .put("published", sites.stream().flatMap(s -> s.workloads().stream().flatMap(w -> published(s, w).stream())).toList())
                .put("apply", steps(sites))
                .build();
        return new JsonFile("hosts/" + host.name() + "/host.json", root);
    }

    private static Json network(Site site, Network network) {
        return Json.object()
                .put("bridge", InterfaceNames.bridge(site.name(), network.name()))
                .put("tenant", site.name())
                .put("network", network.name())
                .put("gateway", network.gateway() + "/" + network.subnet().prefix())
                .put("gateway6", Uplink.gateway6(network).map(g -> g + "/" + network.subnet6().orElseThrow().prefix()))
                .build();
    }

    private static List<Json> published(Site site, Workload workload) {
        List<Json> ports = new ArrayList<>();
        Uplink.address(site, workload).ifPresent(to -> workload.publish().forEach(p -> ports.add(Json.object()
                .put("port", p.host() + "/" + p.proto().name().toLowerCase(Locale.ROOT))
                .put("to", to + ":" + p.guest())
                .put("machine", UnitNames.machine(site.name(), workload.name()))
                .build())));
        return ports;
    }

    private static List<Json> steps(List<Site> sites) {
        List<Json> steps = new ArrayList<>();
        step(steps, "merge", List.of("systemd-confext.service"));
        step(steps, "make folders", sites.stream().map(s -> "bbc-" + UnitNames.plain(s.name()) + ".conf").toList());
        step(steps, "load firewalls", sites.stream().filter(s -> !s.networks().isEmpty()).map(s -> UnitNames.firewall(s.name())).toList());
        step(steps, "set up networks", List.of("bbc-network.service"));
        step(steps, "make and mount images", sites.stream()
                .flatMap(s -> s.workloads().stream().flatMap(w -> Storage.of(s, w).required().stream()))
                .toList());
        step(steps, "start workloads", sites.stream()
                .filter(s -> s.tenant().enabled())
                .flatMap(s -> s.workloads().stream().map(w -> UnitNames.service(s.name(), w)))
                .toList());
        return steps;
    }

    private static void step(List<Json> steps, String what, List<String> units) {
        if (!units.isEmpty()) {
            steps.add(Json.object().put("step", what).put("units", Json.texts(units)).build());
        }
    }
}
