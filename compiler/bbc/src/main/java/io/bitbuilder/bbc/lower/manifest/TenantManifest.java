package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Peering;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Manifest of a tenant, for the tenant: resources, addresses, names, and the hosts of its workloads. */
public final class TenantManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("tenant-manifest");

    private final Fleet fleet;
    private final Tenant tenant;

    private final List<Peering> peerings;
    private final List<TenantConnection> connections;

    private TenantManifest(Fleet fleet, Tenant tenant, List<Peering> peerings, List<TenantConnection> connections) {
        this.fleet = fleet;
        this.tenant = tenant;
        this.peerings = peerings;
        this.connections = connections;
    }

    /**
     * Returns the manifest for the open peerings of the tenant's networks, and the open connections whose provider or
     * consumer it is.
     */
    public static Artefact of(Fleet fleet, Tenant tenant, List<Peering> peerings, List<TenantConnection> connections) {
        return new TenantManifest(fleet, tenant, peerings, connections)
                .root()
                .file("tenants/" + tenant.name() + "/manifest.json", KIND);
    }

    private ManifestObject root() {
        Origins at = tenant.at();
        Optional<Admit> admit = fleet.platform().admit(tenant.name());
        return ManifestObject.of(at.block())
                .put("tenant", tenant.name())
                .put("id", tenant.id(), at.of("id"))
                .put("enabled", tenant.enabled(), at.of("enabled"))
                .put("labels", tenant.labels(), at.of("labels"))
                .put("trust", word(fleet.platform().trustOf(tenant.name())), ofAdmit("trust"))
                .put("repository", admit.flatMap(Admit::repository), ofAdmit("repository"))
                .put("quota", quota())
                .put("networks", tenant.networks().stream().map(this::network).toList())
                .put("workloads", tenant.workloads().map(this::workload).toList())
                .put("peers", peerings.stream().map(TenantManifest::peer).toList())
                .put(
                        "exposed",
                        connections.stream()
                                .filter(p -> p.provider() == tenant)
                                .map(TenantManifest::exposed)
                                .toList())
                .put(
                        "consumed",
                        connections.stream()
                                .filter(p -> p.consumer() == tenant)
                                .map(TenantManifest::consumed)
                                .toList());
    }

    /** Returns the origin of a field of the tenant's admission, or the tenant without one. */
    private Origin ofAdmit(String field) {
        return fleet.platform()
                .admit(tenant.name())
                .map(a -> a.at().of(field))
                .orElse(tenant.at().block());
    }

    private ManifestObject quota() {
        ManifestObject quota = ManifestObject.of(tenant.at().block());
        quota(quota, "cpu", Quota::cpu);
        quota(quota, "memory", Quota::memory);
        quota(quota, "storage", Quota::storage);
        quota(quota, "tasks", Quota::tasks);
        return quota;
    }

    private <T> void quota(ManifestObject json, String name, Function<Quota, Optional<T>> part) {
        String field = "quota." + name;
        Optional<T> own = tenant.quota().flatMap(part);
        json.put(
                name,
                own.or(() -> fleet.platform()
                        .admit(tenant.name())
                        .flatMap(Admit::quota)
                        .flatMap(part)),
                own.isPresent() ? tenant.at().of(field) : ofAdmit(field));
    }

    private ManifestObject network(Network network) {
        Origins at = network.at();
        return ManifestObject.of(at.block())
                .put("network", network.name())
                .put("mode", word(network.mode()), at.of("mode"))
                .put("subnet", network.subnet().toString(), at.of("subnet"))
                .put("gateway", network.gateway().toString(), at.of("subnet"))
                .put("subnet6", network.subnet6().filter(s -> network.ipv6()), at.of("subnet6"))
                .put("bridge", InterfaceNames.bridge(tenant.name(), network.name()));
    }

    private ManifestObject workload(Workload workload) {
        Origins at = workload.at();
        ManifestObject json = ManifestObject.of(at.block())
                .put("workload", workload.name())
                .put("kind", workload instanceof Container ? "container" : "machine")
                .put("labels", workload.labels(), at.of("labels"))
                .put("host", workload.place(), at.of("place"))
                .put("machine", TenantUnitNames.machine(tenant.name(), workload.name()))
                .put("unit", TenantUnitNames.service(tenant.name(), workload))
                .put("cpu", workload.cpu().cores().toString(), at.of("cpu.cores"))
                .put("memory", workload.memory().limit().toString(), at.of("memory.limit"))
                .put("root", workload.root().size(), at.of("root.size"));
        if (workload.maintenance()) {
            json.put("maintenance", true, at.of("maintenance"));
        }
        json.put("uids", workload.uids().toString(), at.of("uids"));
        if (workload instanceof Container container && container.network() == WorkloadNetwork.HOST) {
            json.put("network", "host", at.of("network"));
        }
        if (workload instanceof Machine machine) {
            json.put("cid", machine.cid(), at.of("cid"));
        }
        return json.put(
                        "attachments",
                        workload.attach().stream()
                                .map(a -> attachment(workload, a))
                                .toList())
                .put(
                        "published",
                        workload.publish().stream()
                                .map(p -> publish(workload, p))
                                .toList())
                .put(
                        "volumes",
                        workload.volume().stream().map(TenantManifest::volume).toList());
    }

    private ManifestObject attachment(Workload workload, Attachment attachment) {
        Origins at = attachment.at();
        return ManifestObject.of(at.block())
                .put("attachment", attachment.name())
                .put("network", attachment.network(), at.of("network"))
                .put("mac", attachment.mac().toString(), at.of("mac"))
                .put("ipv4", attachment.ipv4().address(), at.of("ipv4"))
                .put("ipv6", attachment.ipv6().address(), at.of("ipv6"))
                .put("port", InterfaceNames.port(tenant.name(), workload, attachment.name()));
    }

    private ManifestObject publish(Workload workload, Publish publish) {
        Origins at = publish.at();
        Optional<Host> host = fleet.platform().host(workload.place());
        return ManifestObject.of(at.block())
                .put("protocol", word(publish.proto()), at.of("proto"))
                .put(
                        "address",
                        host.map(h -> h.address().address()),
                        host.map(h -> h.at().of("address")).orElse(at.block()))
                .put("host", publish.host(), at.of("host"))
                .put("guest", publish.guest(), at.of("guest"));
    }

    /** Returns the own end's view: ranges of the other network count as part of its own statement. */
    private static ManifestObject peer(Peering peering) {
        Origins at = peering.own().peer().at();
        Network other = peering.other().network();
        return ManifestObject.of(at.block())
                .put(
                        "network",
                        peering.own().network().name(),
                        peering.own().network().at().block())
                .put("peer", peering.own().peer().network().toString(), at.of("network"))
                .put("subnet", other.subnet().toString(), at.of("network"))
                .put("subnet6", other.subnet6().filter(s -> peering.hasIpv6()), at.of("network"));
    }

    private static ManifestObject exposed(TenantConnection connection) {
        Origins at = connection.expose().at();
        return ManifestObject.of(at.block())
                .put("offer", connection.expose().name())
                .put("to", connection.consumer().name(), at.of("to"))
                .put("port", port(connection), at.of("port"))
                .put("workload", connection.target().name(), at.of("on"));
    }

    /** Returns the consumer's view: port and address of the provider count as part of its own statement. */
    private static ManifestObject consumed(TenantConnection connection) {
        Origins at = connection.consume().at();
        return ManifestObject.of(at.block())
                .put("offer", connection.consume().offer().toString(), at.of("offer"))
                .put("on", connection.from().name(), at.of("on"))
                .put("name", connection.consume().hostname(), at.of("as"))
                .put("address", connection.address(), at.of("offer"))
                .put("port", port(connection), at.of("offer"));
    }

    private static String port(TenantConnection connection) {
        return connection.expose().port().port() + "/"
                + word(connection.expose().port().proto());
    }

    private static ManifestObject volume(Volume volume) {
        Origins at = volume.at();
        return ManifestObject.of(at.block())
                .put("volume", volume.name())
                .put("size", volume.size().toString(), at.of("size"))
                .put("mount", volume.mount(), at.of("mount"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
