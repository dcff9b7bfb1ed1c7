package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.lower.network.DefaultRoute;
import io.bitbuilder.bbc.lower.unit.StorageUnits;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Manifest of a host, for people and for the diff: capacity, addresses, and the order in which an apply starts its
 * units. The host itself does not read it.
 */
public final class HostManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("host-manifest");

    private HostManifest() {}

    public static Artefact of(Fleet fleet, Host host, List<TenantOnHost> onHosts) {
        Json.Members root = Json.object()
                .put("host", host.name())
                .put("platform", fleet.platform().name())
                .put("systemd", fleet.platform().systemd())
                .put("architecture", ReleaseFile.word(host.architecture()))
                .put("uplink", host.uplink())
                .put("address", host.address().toString())
                .put(
                        "tenants",
                        Json.texts(onHosts.stream().map(TenantOnHost::name).toList()))
                .put("capacity", PromisedCapacity.of(host, onHosts))
                .put(
                        "networks",
                        onHosts.stream()
                                .flatMap(s -> s.networks().stream().map(n -> network(s, n)))
                                .toList())
                .put(
                        "published",
                        onHosts.stream()
                                .flatMap(s -> s.workloads().stream().flatMap(w -> published(s, w).stream()))
                                .toList())
                .put("apply", steps(onHosts))
                .build();
        return new JsonFile("hosts/" + host.name() + "/host.json", KIND, root);
    }

    private static Json network(TenantOnHost onHost, Network network) {
        return Json.object()
                .put("bridge", InterfaceNames.bridge(onHost.name(), network.name()))
                .put("tenant", onHost.name())
                .put("network", network.name())
                .put("gateway", network.gateway() + "/" + network.subnet().prefix())
                .put(
                        "gateway6",
                        DefaultRoute.gateway6(network)
                                .map(g -> g + "/"
                                        + network.subnet6().orElseThrow().prefix()))
                .build();
    }

    private static List<Json> published(TenantOnHost onHost, Workload workload) {
        List<Json> ports = new ArrayList<>();
        DefaultRoute.address(onHost, workload)
                .ifPresent(to -> workload.publish()
                        .forEach(p -> ports.add(Json.object()
                                .put("port", p.host() + "/" + p.proto().name().toLowerCase(Locale.ROOT))
                                .put("to", to + ":" + p.guest())
                                .put("machine", TenantUnitNames.machine(onHost.name(), workload.name()))
                                .build())));
        return ports;
    }

    private static List<Json> steps(List<TenantOnHost> onHosts) {
        List<Json> steps = new ArrayList<>();
        step(steps, "merge", List.of("systemd-confext.service"));
        step(
                steps,
                "make folders",
                onHosts.stream()
                        .map(s -> "bbc-" + TenantUnitNames.plain(s.name()) + ".conf")
                        .toList());
        step(
                steps,
                "load firewalls",
                onHosts.stream()
                        .filter(s -> !s.networks().isEmpty())
                        .map(s -> TenantUnitNames.firewall(s.name()))
                        .toList());
        step(steps, "set up networks", List.of("bbc-network.service"));
        step(
                steps,
                "make and mount images",
                onHosts.stream()
                        .flatMap(s -> s.workloads().stream().flatMap(w -> StorageUnits.of(s, w).required().stream()))
                        .toList());
        step(
                steps,
                "start workloads",
                onHosts.stream()
                        .filter(s -> s.tenant().enabled())
                        .flatMap(s -> s.workloads().stream().map(w -> TenantUnitNames.service(s.name(), w)))
                        .toList());
        return steps;
    }

    private static void step(List<Json> steps, String what, List<String> units) {
        if (!units.isEmpty()) {
            steps.add(Json.object()
                    .put("step", what)
                    .put("units", Json.texts(units))
                    .build());
        }
    }
}
