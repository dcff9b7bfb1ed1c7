package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Peering;
import io.bitbuilder.bbc.fleet.Peerings;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.lower.guest.GuestCredential;
import io.bitbuilder.bbc.lower.guest.GuestFiles;
import io.bitbuilder.bbc.lower.guest.GuestHostsFile;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.lower.manifest.ExtensionManifests;
import io.bitbuilder.bbc.lower.manifest.HostManifest;
import io.bitbuilder.bbc.lower.manifest.HostRuntime;
import io.bitbuilder.bbc.lower.manifest.ReleaseFile;
import io.bitbuilder.bbc.lower.manifest.TenantManifest;
import io.bitbuilder.bbc.lower.network.BridgeFiles;
import io.bitbuilder.bbc.lower.network.DnsServers;
import io.bitbuilder.bbc.lower.network.Firewall;
import io.bitbuilder.bbc.lower.network.PortNetwork;
import io.bitbuilder.bbc.lower.unit.ContainerUnit;
import io.bitbuilder.bbc.lower.unit.GitSyncUnits;
import io.bitbuilder.bbc.lower.unit.HostSlice;
import io.bitbuilder.bbc.lower.unit.LimitsDropIn;
import io.bitbuilder.bbc.lower.unit.MachineUnit;
import io.bitbuilder.bbc.lower.unit.NspawnSettings;
import io.bitbuilder.bbc.lower.unit.RawDropIns;
import io.bitbuilder.bbc.lower.unit.SliceUnit;
import io.bitbuilder.bbc.lower.unit.StorageUnits;
import io.bitbuilder.bbc.lower.unit.TargetUnit;
import io.bitbuilder.bbc.lower.unit.TmpfilesTable;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lowers a fleet to the files of its tree, except {@code fleet.json}, which needs the ids of the others. */
public final class Lowering {
    private final Fleet fleet;
    private final Map<String, List<TenantConnection>> connections;
    private final Peerings peerings;
    private final HostRuntime runtime = HostRuntime.load();
    private final List<Artefact> files = new ArrayList<>();

    private Lowering(Fleet fleet) {
        this.fleet = fleet;
        this.connections = connectionsByTenant(fleet);
        this.peerings = Peerings.of(fleet);
    }

    /** Returns the artefacts of a fleet without findings, in no particular order. */
    public static List<Artefact> lower(Fleet fleet) {
        Lowering lowering = new Lowering(fleet);
        lowering.run();
        return List.copyOf(lowering.files);
    }

    /**
     * Checks that every field that {@code writes} a directive can be lowered.
     *
     * @throws io.bitbuilder.core.fault.InternalFault if one names an unknown file or directive, or has an unsupported
     *     type
     */
    public static void require(Schema schema) {
        FieldDirectives.require(schema, Catalogue.load());
    }

    /** Returns the open connections by the names of both tenants. */
    private static Map<String, List<TenantConnection>> connectionsByTenant(Fleet fleet) {
        Map<String, List<TenantConnection>> byTenant = new HashMap<>();
        for (Tenant consumer : fleet.tenants()) {
            for (Consume consume : consumer.consume()) {
                fleet.connection(consumer, consume)
                        .filter(TenantConnection::isOpen)
                        .ifPresent(connection -> Stream.of(connection.provider().name(), consumer.name())
                                .distinct()
                                .forEach(tenant -> byTenant.computeIfAbsent(tenant, t -> new ArrayList<>())
                                        .add(connection)));
            }
        }
        return byTenant;
    }

    private void run() {
        Map<String, List<TenantOnHost>> byHost = new HashMap<>();
        for (Tenant tenant : fleet.tenants()) {
            List<Peering> joined = peerings.open(tenant);
            List<TenantOnHost> onHosts = onEachHost(tenant, joined);
            onHosts.forEach(onHost -> byHost.computeIfAbsent(onHost.host().name(), h -> new ArrayList<>())
                    .add(onHost));
            files.add(TenantManifest.of(fleet, tenant, joined, connections.getOrDefault(tenant.name(), List.of())));
            files.addAll(ExtensionManifests.of(tenant.name(), onHosts));
            onHosts.forEach(this::lower);
        }
        fleet.platform().hosts().forEach(host -> host(host, byHost.getOrDefault(host.name(), List.of())));
    }

    private List<TenantOnHost> onEachHost(Tenant tenant, List<Peering> joined) {
        return tenant.workloads()
                .map(w -> w.place())
                .distinct()
                .sorted()
                .flatMap(place -> fleet.platform().host(place).stream())
                .flatMap(host ->
                        TenantOnHost.of(fleet, host, tenant, joined, connections.getOrDefault(tenant.name(), List.of()))
                                .stream())
                .toList();
    }

    private void host(Host host, List<TenantOnHost> onHosts) {
        runtime.of(host).forEach(files::add);
        files.add(ReleaseFile.of(host));
        files.add(HostSlice.of(host));
        files.add(HostManifest.of(fleet, host, onHosts));
    }

    private void lower(TenantOnHost onHost) {
        files.add(SliceUnit.of(onHost));
        files.addAll(TargetUnit.of(onHost));
        files.addAll(GitSyncUnits.of(onHost));
        files.add(TmpfilesTable.of(onHost));
        files.addAll(RawDropIns.of(onHost));
        DnsServers.of(onHost).ifPresent(files::add);
        Firewall.of(onHost).ifPresent(files::add);
        onHost.networks().forEach(n -> files.addAll(BridgeFiles.of(onHost, n)));
        onHost.workloads().forEach(w -> files.addAll(PortNetwork.of(onHost, w)));
        onHost.workloads().forEach(w -> files.add(LimitsDropIn.of(onHost, w)));
        onHost.containers().forEach(c -> GuestHostsFile.of(onHost, c).ifPresent(files::add));
        onHost.containers().forEach(c -> {
            List<GuestCredential> credentials = GuestFiles.of(onHost, c);
            StorageUnits.Units storage = StorageUnits.of(onHost, c);
            files.add(NspawnSettings.of(onHost, c));
            files.add(ContainerUnit.of(onHost, c, storage.required(), credentials));
            add(storage, credentials);
        });
        onHost.machines().forEach(m -> {
            List<GuestCredential> credentials = GuestFiles.of(onHost, m);
            StorageUnits.Units storage = StorageUnits.of(onHost, m);
            files.add(MachineUnit.of(onHost, m, storage.required(), credentials));
            add(storage, credentials);
        });
    }

    private void add(StorageUnits.Units storage, List<GuestCredential> credentials) {
        files.addAll(storage.files());
        credentials.forEach(c -> files.add(c.file()));
    }
}
