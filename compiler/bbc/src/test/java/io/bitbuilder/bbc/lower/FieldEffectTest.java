package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.FixedFile;
import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.lower.Mutations.Mutation;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.fault.InternalFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No field of the fleet is accepted and then ignored: a change of it changes the files of a host. */
class FieldEffectTest {
    /** Fields that change no file below {@code hosts/<host>/etc}, each with the reason. */
    private static final Map<String, String> SILENT = Map.ofEntries(
            Map.entry("platform.name", "host.json and fleet.json hold it"),
            Map.entry(
                    "platform.systemd", "host.json and fleet.json hold it; it decides which directives may be written"),
            Map.entry("platform.pools", "given out by the allocator; the grants are in the tree"),
            Map.entry("platform.ceilings", "bounds what tenants may ask for; checked before"),
            Map.entry("platform.admits.egress", "bounds what the tenant may ask for; checked before"),
            Map.entry("platform.admits.ports", "bounds what the tenant may ask for; checked before"),
            Map.entry("platform.admits.subnets", "bounds what the tenant may ask for; checked before"),
            Map.entry("platform.admits.modes", "bounds what the tenant may ask for; checked before"),
            Map.entry("platform.admits.claims", "bounds what the tenant may ask for; checked before"),
            Map.entry("platform.images.architecture", "decides on which hosts workloads may run; checked before"),
            Map.entry("platform.hosts.reservedPorts", "bounds what tenants may publish; checked before"),
            Map.entry("platform.builtin", "decides the image of workloads that name none"),
            Map.entry("platform.hosts.storage", "capacity: host.json"),
            Map.entry("platform.hosts.overcommit", "capacity: host.json"),
            Map.entry(
                    "platform.images.source.format", "folders for containers, raw images for machines; checked before"),
            Map.entry("tenants.containers.attach.ipv6.assignment", "static when there is an address, else disabled"),
            Map.entry("tenants.machines.attach.ipv6.assignment", "static when there is an address, else disabled"),
            Map.entry("platform.admits.trust", "bounds what the tenant may ask for; its manifest says it"),
            Map.entry("platform.admits.quota", "the tenant of the sample has a quota of its own"),
            Map.entry("platform.extensions.level", "the extension's own release file, in its manifest"),
            Map.entry("platform.hosts.labels", "placement and policies read it; host.json has it"),
            Map.entry("tenants.labels", "policies read it; the tenant's manifest has it"),
            Map.entry("tenants.containers.labels", "policies read it; the tenant's manifest has it"),
            Map.entry("tenants.machines.labels", "policies read it; the tenant's manifest has it"),
            Map.entry("tenants.id", "the tenant's own identifier, in its manifest"),
            Map.entry("tenants.quota.storage", "a sum that is checked; images enforce their own sizes"));

    /** Names that others refer to: changed alone they leave a fleet that no check would let through. */
    private static final Set<String> REFERRED = Set.of(
            "platform.admits.name",
            "platform.admits.image",
            "platform.admits[]",
            "tenants.name",
            "platform.images[]",
            "platform.hosts[]",
            "tenants.networks[]",
            "tenants.networks.subnet6?",
            "platform.hosts.name",
            "platform.images.name",
            "platform.extensions.name",
            "platform.extensions.type",
            "tenants.networks.name",
            "tenants.containers.place",
            "tenants.machines.place",
            "tenants.containers.image",
            "tenants.machines.image",
            "tenants.containers.attach.network",
            "tenants.machines.attach.network");

    /** Blocks whose fields can be directives: these are followed by {@link FieldDirectivesTest}. */
    private static final Map<String, String> PLACES = Map.of(
            "tenants.networks.",
            "network",
            "tenants.containers.",
            "container",
            "tenants.machines.",
            "machine",
            "tenants.containers.attach.",
            "Attachment",
            "tenants.machines.attach.",
            "Attachment");

    private final Schema schema = new TestProgram().program().schema();
    private final Fleet fleet = SampleFleet.full();
    private final Map<String, Artefact> before = files(fleet);

    @Test
    void everyFieldChangesTheFilesOfAHost() {
        Set<String> effective = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Set<String> illegal = new TreeSet<>();
        Map<String, Artefact> told = host(before);
        for (Mutation mutation : Mutations.of(fleet)) {
            String field = mutation.path().replaceAll("[\\[\\]?]", "");
            if (REFERRED.contains(field) || REFERRED.contains(mutation.path()) || isDirective(field)) {
                continue;
            }
            seen.add(field);
            if (mutation.value().equals(fleet)) {
                continue;
            }
            try {
                if (!host(files((Fleet) mutation.value())).equals(told)) {
                    effective.add(field);
                }
            } catch (InternalFault e) {
                illegal.add(mutation.path() + ": " + e.getMessage());
            }
        }
        Set<String> silent = new TreeSet<>(seen);
        silent.removeAll(effective);
        Set<String> unexplained =
                silent.stream().filter(f -> !isSilent(f)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unexplained);
        assertEquals(Set.of(), illegal);
        assertTrue(seen.size() > 100, "the walk sees the fleet: " + seen);
        assertEquals(
                Set.of(),
                SILENT.keySet().stream()
                        .filter(f -> silent.stream().noneMatch(s -> s.equals(f) || s.startsWith(f + ".")))
                        .collect(Collectors.toSet()),
                "explained without need");
    }

    @Test
    void theSampleHasAValueOfEveryComponent() {
        Set<String> gaps = SampleGaps.of(fleet);
        gaps.removeIf(FieldEffectTest::isSilent);
        gaps.remove("tenants.machines.cpu.shares"); // excluded by the machine's weight; a container has shares
        gaps.removeIf(gap -> gap.endsWith(".was")); // the allocator keeps values and names of data: DataLossTest
        gaps.removeIf(gap -> gap.endsWith(".data.volume")); // a root is no volume
        assertEquals(Set.of(), gaps, "the sample has none, so nothing shows their effect");
    }

    @Test
    void aDisabledTenantKeepsItsFilesAndLosesItsStart() {
        Fleet off = (Fleet) Mutations.of(fleet).stream()
                .filter(m -> m.path().equals("tenants.enabled"))
                .findFirst()
                .orElseThrow()
                .value();
        Map<String, Artefact> after = files(off);
        Set<String> lost = new TreeSet<>(before.keySet());
        lost.removeAll(after.keySet());
        assertEquals(Set.of("hosts/node-a/etc/systemd/system/bbc-host.target.d/50-big-co.conf"), lost);
        String target = "hosts/node-a/etc/systemd/system/tenant-big_co.target";
        assertTrue(before.get(target).toString().contains("Upholds"));
        assertTrue(!after.get(target).toString().contains("Upholds"));
    }

    @Test
    void aWorkloadInMaintenanceKeepsItsFilesAndLosesItsStart() {
        Fleet resting = (Fleet) Mutations.of(fleet).stream()
                .filter(m -> m.path().equals("tenants.machines.maintenance"))
                .findFirst()
                .orElseThrow()
                .value();
        Map<String, Artefact> after = files(resting);
        String target = "hosts/node-a/etc/systemd/system/tenant-big_co.target";
        assertEquals(before.keySet(), after.keySet());
        Set<String> changed = new TreeSet<>(host(after).keySet());
        changed.removeIf(path -> after.get(path).equals(before.get(path)));
        assertEquals(Set.of(target), changed);
        assertTrue(after.get(target).toString().contains("systemd-nspawn@big-co.web"));
        assertTrue(!after.get(target).toString().contains("tenant-vm@big-co.db"));
    }

    private boolean isDirective(String field) {
        return PLACES.entrySet().stream()
                .anyMatch(place -> field.startsWith(place.getKey())
                        && schema.kind(place.getValue())
                                .orElseThrow()
                                .field(field.substring(place.getKey().length()))
                                .filter(f -> !f.writes().isEmpty())
                                .isPresent());
    }

    private static boolean isSilent(String field) {
        return SILENT.keySet().stream().anyMatch(s -> field.equals(s) || field.startsWith(s + "."));
    }

    private static Map<String, Artefact> files(Fleet fleet) {
        List<Artefact> artefacts = Lowering.lower(fleet);
        return artefacts.stream()
                .collect(Collectors.toMap(
                        Artefact::path,
                        a -> a,
                        (a, b) -> {
                            throw new AssertionError(a.path() + " twice");
                        },
                        TreeMap::new));
    }

    /** The files below the hosts' {@code /etc}, without the fixed ones. */
    private static Map<String, Artefact> host(Map<String, Artefact> files) {
        return files.entrySet().stream()
                .filter(e -> e.getKey().contains("/etc/") && e.getKey().startsWith("hosts/"))
                .filter(e -> !(e.getValue() instanceof FixedFile))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
