package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
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
    private final Map<String, List<TenantConnection>> passages;
    private final HostRuntime runtime = HostRuntime.load();
    private final List<Artefact> files = new ArrayList<>();

    private Lowering(Fleet fleet) {
        this.fleet = fleet;
        this.passages = passages(fleet);
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

    /** Returns the open passages by the names of both tenants. */
    private static Map<String, List<TenantConnection>> passages(Fleet fleet) {
        Map<String, List<TenantConnection>> byTenant = new HashMap<>();
        for (Tenant consumer : fleet.tenants()) {
            for (Consume consume : consumer.consume()) {
                fleet.passage(consumer, consume)
                        .filter(TenantConnection::isOpen)
                        .ifPresent(passage -> Stream.of(passage.provider().name(), consumer.name())
                                .distinct()
                                .forEach(tenant -> byTenant.computeIfAbsent(tenant, t -> new ArrayList<>())
                                        .add(passage)));
            }
        }
        return byTenant;
    }

    private void run() {
        Map<String, List<TenantOnHost>> byHost = new HashMap<>();
        for (Tenant tenant : fleet.tenants()) {
            List<TenantOnHost> sites = sites(tenant);
            sites.forEach(site -> byHost.computeIfAbsent(site.host().name(), h -> new ArrayList<>())
                    .add(site));
            files.add(TenantManifest.of(fleet, tenant, passages.getOrDefault(tenant.name(), List.of())));
            files.addAll(ExtensionManifests.of(tenant.name(), sites));
            sites.forEach(this::site);
        }
        fleet.platform().hosts().forEach(host -> host(host, byHost.getOrDefault(host.name(), List.of())));
    }

    private List<TenantOnHost> sites(Tenant tenant) {
        return tenant.workloads()
                .map(w -> w.place())
                .distinct()
                .sorted()
                .flatMap(place -> fleet.platform().host(place).stream())
                .flatMap(host ->
                        TenantOnHost.of(fleet, host, tenant, passages.getOrDefault(tenant.name(), List.of())).stream())
                .toList();
    }

    private void host(Host host, List<TenantOnHost> sites) {
        runtime.of(host).forEach(files::add);
        files.add(ReleaseFile.of(host));
        files.add(HostManifest.of(fleet, host, sites));
    }

    private void site(TenantOnHost site) {
        files.add(SliceUnit.of(site));
        files.addAll(TargetUnit.of(site));
        files.addAll(GitSyncUnits.of(site));
        files.add(TmpfilesTable.of(site));
        files.addAll(RawDropIns.of(site));
        DnsServers.of(site).ifPresent(files::add);
        Firewall.of(site).ifPresent(files::add);
        site.networks().forEach(n -> files.addAll(BridgeFiles.of(site, n)));
        site.workloads().forEach(w -> files.addAll(PortNetwork.of(site, w)));
        site.workloads().forEach(w -> files.add(LimitsDropIn.of(site, w)));
        site.containers().forEach(c -> GuestHostsFile.of(site, c).ifPresent(files::add));
        site.containers().forEach(c -> {
            List<GuestCredential> credentials = GuestFiles.of(site, c);
            StorageUnits.Units storage = StorageUnits.of(site, c);
            files.add(NspawnSettings.of(site, c));
            files.add(ContainerUnit.of(site, c, storage.required(), credentials));
            add(storage, credentials);
        });
        site.machines().forEach(m -> {
            List<GuestCredential> credentials = GuestFiles.of(site, m);
            StorageUnits.Units storage = StorageUnits.of(site, m);
            files.add(MachineUnit.of(site, m, storage.required(), credentials));
            add(storage, credentials);
        });
    }

    private void add(StorageUnits.Units storage, List<GuestCredential> credentials) {
        files.addAll(storage.files());
        credentials.forEach(c -> files.add(c.file()));
    }
}
