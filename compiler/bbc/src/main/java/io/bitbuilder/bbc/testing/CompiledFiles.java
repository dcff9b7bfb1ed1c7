package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.bbc.render.CompiledTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of sections of a compiled fleet, by the block that they are for. */
final class CompiledFiles {
    private static final String UNITS = "/etc/systemd/system/";

    private final Fleet fleet;
    private final SortedMap<String, SystemdFile> files = new TreeMap<>();

    private CompiledFiles(Fleet fleet, Map<String, Artefact> artefacts) {
        this.fleet = fleet;
        artefacts.forEach((path, artefact) -> {
            if (artefact instanceof SystemdFile file) {
                files.put(path, file);
            }
        });
    }

    /** Compiles a fleet without errors. */
    static CompiledFiles of(Fleet fleet) {
        return new CompiledFiles(fleet, CompiledTree.withArtefacts(fleet).artefacts());
    }

    /** Returns the file at a path of the tree, {@code hosts/node-a/etc/…}; none if it has no sections. */
    List<SystemdFile> file(String path) {
        return Optional.ofNullable(files.get(path)).stream().toList();
    }

    /** Returns the paths of all files of sections. */
    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * Returns the files of a block's unit in the order in which systemd reads them: of a workload {@code t.c} its
     * service with drop-ins and its settings of systemd-nspawn, of a network {@code t.n} its bridge, of a tenant
     * {@code t} its slice.
     */
    List<SystemdFile> unit(String path) {
        List<String> names = List.of(path.split("\\.", -1));
        Optional<Tenant> tenant = fleet.tenant(names.getFirst());
        return switch (names.size()) {
            case 1 -> tenant.stream().flatMap(t -> slice(t.name())).toList();
            case 2 ->
                tenant.stream()
                        .flatMap(t -> t.workload(names.getLast())
                                .map(w -> workload(t, w))
                                .orElseGet(() -> bridge(t, names.getLast())))
                        .toList();
            default -> List.of();
        };
    }

    private Stream<SystemdFile> slice(String tenant) {
        return fleet.platform().hosts().stream()
                .map(host -> unitFiles("hosts/" + host.name() + UNITS, TenantUnitNames.slice(tenant)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private Stream<SystemdFile> workload(Tenant tenant, Workload workload) {
        String host = "hosts/" + workload.place();
        List<SystemdFile> found =
                new ArrayList<>(unitFiles(host + UNITS, TenantUnitNames.service(tenant.name(), workload)));
        String machine = TenantUnitNames.machine(tenant.name(), workload.name());
        found.addAll(file(host + "/etc/systemd/nspawn/" + machine + ".nspawn"));
        return found.stream();
    }

    private Stream<SystemdFile> bridge(Tenant tenant, String network) {
        String name = "/etc/systemd/network/50-" + InterfaceNames.bridge(tenant.name(), network);
        return fleet.platform().hosts().stream()
                .map(host -> Stream.of(".netdev", ".network")
                        .flatMap(end -> file("hosts/" + host.name() + name + end).stream())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    /** Returns a unit's file and its drop-ins. */
    private List<SystemdFile> unitFiles(String folder, String unit) {
        List<SystemdFile> found = new ArrayList<>(file(folder + unit));
        String dropIns = folder + unit + ".d/";
        found.addAll(files.subMap(dropIns, dropIns + Character.MAX_VALUE).values());
        return found;
    }

    /** Returns the values of a directive, those before its last reset excepted. */
    static List<String> values(List<SystemdFile> files, String section, String key) {
        List<String> values = new ArrayList<>();
        files.stream()
                .flatMap(file -> file.sections().stream())
                .filter(s -> s.name().equals(section))
                .flatMap(s -> s.entries().stream())
                .filter(entry -> entry.key().equals(key))
                .map(CompiledFiles::text)
                .forEach(value -> {
                    if (value.isEmpty()) {
                        values.clear();
                    } else {
                        values.add(value);
                    }
                });
        return values;
    }

    private static String text(Entry entry) {
        return entry.value().text();
    }

    /** Returns whether all that a file says comes from one tenant. */
    static boolean isOf(String tenant, SystemdFile file) {
        return file.sections().stream()
                .flatMap(s -> s.entries().stream())
                .map(entry -> entry.origin().subject().block())
                .allMatch(block -> block.equals(tenant) || block.startsWith(tenant + "/"));
    }
}
