package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Manifest of a tenant, for the tenant: resources, addresses, names, and the hosts of its workloads. */
public final class TenantManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("tenant-manifest");

    private final Fleet fleet;
    private final Tenant tenant;

    private final List<TenantConnection> connections;

    private TenantManifest(Fleet fleet, Tenant tenant, List<TenantConnection> connections) {
        this.fleet = fleet;
        this.tenant = tenant;
        this.connections = connections;
    }

    /** Returns the manifest for the open connections whose provider or consumer is the tenant. */
    public static Artefact of(Fleet fleet, Tenant tenant, List<TenantConnection> connections) {
        return new JsonFile(
                "tenants/" + tenant.name() + "/manifest.json",
                KIND,
                new TenantManifest(fleet, tenant, connections).root());
    }

    private Json.Members root() {
        return Json.object()
                .put("tenant", tenant.name())
                .put("id", tenant.id())
                .put("enabled", tenant.enabled())
                .put("trust", word(fleet.platform().trustOf(tenant.name())))
                .put("repository", fleet.platform().admit(tenant.name()).flatMap(Admit::repository))
                .put("quota", quota())
                .put("networks", tenant.networks().stream().map(this::network).toList())
                .put("workloads", tenant.workloads().map(this::workload).toList())
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
                                .toList())
                .build();
    }

    private Json quota() {
        return Json.object()
                .put("cpu", quota(Quota::cpu))
                .put("memory", quota(Quota::memory))
                .put("storage", quota(Quota::storage))
                .put("tasks", quota(Quota::tasks))
                .build();
    }

    private <T> Optional<T> quota(Function<Quota, Optional<T>> part) {
        return tenant.quota()
                .flatMap(part)
                .or(() -> fleet.platform()
                        .admit(tenant.name())
                        .flatMap(Admit::quota)
                        .flatMap(part));
    }

    private Json network(Network network) {
        return Json.object()
                .put("network", network.name())
                .put("mode", word(network.mode()))
                .put("subnet", network.subnet().toString())
                .put("gateway", network.gateway().toString())
                .put("subnet6", network.subnet6().filter(s -> network.ipv6()))
                .put("bridge", InterfaceNames.bridge(tenant.name(), network.name()))
                .build();
    }

    private Json workload(Workload workload) {
        Json.Builder json = Json.object()
                .put("workload", workload.name())
                .put("kind", workload instanceof Container ? "container" : "machine")
                .put("host", workload.place())
                .put("machine", TenantUnitNames.machine(tenant.name(), workload.name()))
                .put("unit", TenantUnitNames.service(tenant.name(), workload))
                .put("cpu", workload.cpu().cores().toString())
                .put("memory", workload.memory().limit().toString())
                .put("root", workload.root().size());
        switch (workload) {
            case Container c -> json.put("uids", c.uids().toString());
            case Machine m -> json.put("cid", m.cid());
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
                        workload.volume().stream().map(TenantManifest::volume).toList())
                .build();
    }

    private Json attachment(Workload workload, Attachment attachment) {
        return Json.object()
                .put("attachment", attachment.name())
                .put("network", attachment.network())
                .put("mac", attachment.mac().toString())
                .put("ipv4", attachment.ipv4().address())
                .put("ipv6", attachment.ipv6().address())
                .put("port", InterfaceNames.port(tenant.name(), workload, attachment.name()))
                .build();
    }

    private Json publish(Workload workload, Publish publish) {
        return Json.object()
                .put("protocol", word(publish.proto()))
                .put(
                        "address",
                        fleet.platform()
                                .host(workload.place())
                                .map(h -> h.address().address()))
                .put("host", publish.host())
                .put("guest", publish.guest())
                .build();
    }

    private static Json exposed(TenantConnection connection) {
        return Json.object()
                .put("offer", connection.expose().name())
                .put("to", connection.consumer().name())
                .put("port", port(connection))
                .put("workload", connection.target().name())
                .build();
    }

    private static Json consumed(TenantConnection connection) {
        return Json.object()
                .put("offer", connection.consume().offer().toString())
                .put("on", connection.from().name())
                .put("name", connection.consume().hostname())
                .put("address", connection.address())
                .put("port", port(connection))
                .build();
    }

    private static String port(TenantConnection connection) {
        return connection.expose().port().port() + "/"
                + word(connection.expose().port().proto());
    }

    private static Json volume(Volume volume) {
        return Json.object()
                .put("volume", volume.name())
                .put("size", volume.size().toString())
                .put("mount", volume.mount())
                .build();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
