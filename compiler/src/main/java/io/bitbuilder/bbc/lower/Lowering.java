package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Passage;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.systemd.Artefact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From a fleet to the files of its tree, all but {@code fleet.json}, which needs the ids of the others. */
public final class Lowering {
    private final Fleet fleet;
    private final Map<String, List<Passage>> passages;
    private final HostRuntime runtime = HostRuntime.load();
    private final List<Artefact> files = new ArrayList<>();

    private Lowering(Fleet fleet) {
        this.fleet = fleet;
        this.passages = passages(fleet);
    }

    /** The artefacts of a fleet that has no findings, in no particular order. */
    public static List<Artefact> lower(Fleet fleet) {
        Lowering lowering = new Lowering(fleet);
        lowering.run();
        return List.copyOf(lowering.files);
    }

    /**
     * Checks that every field that {@code writes} a directive can be lowered.
     *
     * @throws io.bitbuilder.bbc.fault.InternalFault if one names an unknown file or directive, or has an unsupported type
     */
    public static void require(Schema schema) {
        FieldDirectives.require(schema, Catalogue.load());
    }

    /** What is open between tenants, by the names of both. */
    private static Map<String, List<Passage>> passages(Fleet fleet) {
        Map<String, List<Passage>> byTenant = new HashMap<>();
        for (Tenant consumer : fleet.tenants()) {
            for (Consume consume : consumer.consume()) {
                fleet.passage(consumer, consume).filter(Passage::isOpen).ifPresent(passage ->
                        Stream.of(passage.provider().name(), consumer.name()).distinct().forEach(tenant ->
                                byTenant.computeIfAbsent(tenant, t -> new ArrayList<>()).add(passage)));
            }
        }
        return byTenant;
    }

    private void run() {
        Map<String, List<Site>> byHost = new HashMap<>();
        for (Tenant tenant : fleet.tenants()) {
            List<Site> sites = sites(tenant);
            sites.forEach(site -> byHost.computeIfAbsent(site.host().name(), h -> new ArrayList<>()).add(site));
            files.add(TenantManifest.of(fleet, tenant, passages.getOrDefault(tenant.name(), List.of())));
            files.addAll(ExtensionManifests.of(tenant.name(), sites));
            sites.forEach(this::site);
        }
        fleet.platform().hosts().forEach(host -> host(host, byHost.getOrDefault(host.name(), List.of())));
    }

    private List<Site> sites(Tenant tenant) {
        return tenant.workloads()
                .map(w -> w.place())
                .distinct()
                .sorted()
                .flatMap(place -> fleet.platform().host(place).stream())
                .flatMap(host -> Site.of(fleet, host, tenant, passages.getOrDefault(tenant.name(), List.of())).stream())
                .toList();
    }

    private void host(Host host, List<Site> sites) {
        runtime.of(host).forEach(files::add);
        files.add(ReleaseFile.of(host));
        files.add(HostManifest.of(fleet, host, sites));
    }

    private void site(Site site) {
        files.add(SliceUnit.of(site));
        files.addAll(TargetUnit.of(site));
        files.addAll(GitSync.of(site));
        files.add(Tmpfiles.of(site));
        files.addAll(RawDropIns.of(site));
        Dns.of(site).ifPresent(files::add);
        Firewall.of(site).ifPresent(files::add);
        site.networks().forEach(n -> files.addAll(Bridge.of(site, n)));
        site.workloads().forEach(w -> files.addAll(PortNetwork.of(site, w)));
        site.workloads().forEach(w -> files.add(Limits.of(site, w)));
        site.containers().forEach(c -> Hosts.of(site, c).ifPresent(files::add));
        site.containers().forEach(c -> {
            List<Credential> credentials = GuestFiles.of(site, c);
            Storage.Units storage = Storage.of(site, c);
            files.add(NspawnSettings.of(site, c));
            files.add(ContainerUnit.of(site, c, storage.required(), credentials));
            add(storage, credentials);
        });
        site.machines().forEach(m -> {
            List<Credential> credentials = GuestFiles.of(site, m);
            Storage.Units storage = Storage.of(site, m);
            files.add(MachineUnit.of(site, m, storage.required(), credentials));
            add(storage, credentials);
        });
    }

    private void add(Storage.Units storage, List<Credential> credentials) {
        files.addAll(storage.files());
        credentials.forEach(c -> files.add(c.file()));
    }
}
