package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Origins;
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
 * Manifest of a host, for people and for the diff: capacity, addresses, the order in which an apply starts its units,
 * and the exposure of its services. The host itself does not read it.
 */
public final class HostManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("host-manifest");

    private HostManifest() {}

    public static Artefact of(Fleet fleet, Host host, List<TenantOnHost> onHosts) {
        Origins at = host.at();
        Origins platform = fleet.platform().at();
        return ManifestObject.of(at.block())
                .put("host", host.name())
                .put("platform", fleet.platform().name(), platform.block())
                .put("systemd", fleet.platform().systemd(), platform.of("systemd"))
                .put("architecture", host.architecture().word(), at.of("architecture"))
                .put("labels", host.labels(), at.of("labels"))
                .put("uplink", host.uplink(), at.of("uplink"))
                .put("address", host.address().toString(), at.of("address"))
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
                .put("apply", steps(at.block(), onHosts))
                .put("exposure", exposure(at.block()))
                .file("hosts/" + host.name() + "/host.json", KIND);
    }

    private static ManifestObject exposure(Origin host) {
        ManifestObject all = ManifestObject.of(host);
        Exposures.shipped().forEach(all::put);
        return all;
    }

    private static ManifestObject network(TenantOnHost onHost, Network network) {
        Origins at = network.at();
        return ManifestObject.of(at.block())
                .put("bridge", InterfaceNames.bridge(onHost.name(), network.name()))
                .put("tenant", onHost.name(), onHost.origin())
                .put("network", network.name())
                .put("gateway", network.gateway() + "/" + network.subnet().prefix(), at.of("subnet"))
                .put(
                        "gateway6",
                        DefaultRoute.gateway6(network)
                                .map(g -> g + "/"
                                        + network.subnet6().orElseThrow().prefix()),
                        at.of("subnet6"));
    }

    private static List<ManifestObject> published(TenantOnHost onHost, Workload workload) {
        List<ManifestObject> ports = new ArrayList<>();
        DefaultRoute.address(onHost, workload)
                .ifPresent(to -> workload.publish()
                        .forEach(p -> ports.add(ManifestObject.of(p.at().block())
                                .put(
                                        "port",
                                        p.host() + "/" + p.proto().name().toLowerCase(Locale.ROOT),
                                        p.at().of("host"))
                                .put("to", to + ":" + p.guest(), p.at().of("guest"))
                                .put(
                                        "machine",
                                        TenantUnitNames.machine(onHost.name(), workload.name()),
                                        workload.at().block()))));
        return ports;
    }

    private static List<ManifestObject> steps(Origin host, List<TenantOnHost> onHosts) {
        List<ManifestObject> steps = new ArrayList<>();
        step(host, steps, "merge", List.of("systemd-confext.service"));
        step(
                host,
                steps,
                "make folders",
                onHosts.stream()
                        .map(s -> "bbc-" + TenantUnitNames.plain(s.name()) + ".conf")
                        .toList());
        step(
                host,
                steps,
                "load firewalls",
                onHosts.stream()
                        .filter(s -> !s.networks().isEmpty())
                        .map(s -> TenantUnitNames.firewall(s.name()))
                        .toList());
        step(host, steps, "set up networks", List.of("bbc-network.service"));
        step(
                host,
                steps,
                "make and mount images",
                onHosts.stream()
                        .flatMap(s -> s.workloads().stream().flatMap(w -> StorageUnits.of(s, w).required().stream()))
                        .toList());
        step(
                host,
                steps,
                "start workloads",
                onHosts.stream()
                        .flatMap(s -> s.running().stream().map(w -> TenantUnitNames.service(s.name(), w)))
                        .toList());
        return steps;
    }

    private static void step(Origin host, List<ManifestObject> steps, String what, List<String> units) {
        if (!units.isEmpty()) {
            steps.add(ManifestObject.of(host).put("step", what).put("units", Json.texts(units)));
        }
    }
}
