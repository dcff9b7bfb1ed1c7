package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.artefact.Role;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.fault.InternalFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Units of a host: each with its role and a digest of its input files, and a row with the name of the data of each
 * renamed workload. bbc-apply compares the lists of two trees, and a running workload with the digest in its
 * environment.
 */
final class HostUnits {
    /** Variable of a workload's service with the digest of the files that it was started with. */
    private static final String INPUTS = "BBC_INPUTS";

    private static final ArtefactKind LIST = ArtefactKind.of("unit-manifest");
    private static final String DAEMON = "daemon";
    private static final String DATA = "data";

    private final String host;
    private final String etc;
    private final List<Renderer.Written> files;
    private final UnitInputs inputs;
    private final Map<String, DataName> renamed;

    private HostUnits(String host, Collection<Renderer.Written> files, Map<String, DataName> renamed) {
        this.renamed = renamed;
        this.host = host;
        this.etc = folder(host);
        this.files = files.stream()
                .sorted(Comparator.comparing(Renderer.Written::path))
                .toList();
        this.inputs = new UnitInputs(etc, this.files);
    }

    /** Returns the folder of a host's files in the tree. */
    static String folder(String host) {
        return "hosts/" + host + "/etc/";
    }

    /** List of the units, and the files of workloads with the digest of their inputs in place of those without. */
    record Result(Artefact list, List<Artefact> workloads) {}

    /**
     * Returns both for the rendered files below {@link #folder} of a host.
     *
     * @param renamed names of data by unit, of workloads that have another name
     */
    static Result of(String host, Collection<Renderer.Written> files, Map<String, DataName> renamed) {
        return new HostUnits(host, files, renamed).result();
    }

    /** One unit of the list. */
    private record Unit(String role, String name, String inputs, Origin origin) {
        TableFile.Row row() {
            return new TableFile.Row(List.of(Word.of(role), Word.of(name), Word.of(inputs)), origin);
        }
    }

    private Result result() {
        Map<String, Unit> units = new TreeMap<>();
        List<Artefact> workloads = new ArrayList<>();
        Set<String> upheld = upheld();
        for (Renderer.Written file : files) {
            Optional<Unit> found = file.artefact().kind().role().flatMap(role -> unit(file, role));
            found.filter(u -> !isUpheldByTargets(file) || upheld.contains(u.name))
                    .ifPresent(u -> add(units, u));
            if (file.isA(Role.WORKLOAD)) {
                workloads.add(withInputs(file, found.orElseThrow().inputs));
            }
        }
        daemons().forEach(d -> add(units, d));
        return new Result(
                new TableFile(
                        etc + "bbc/units",
                        LIST,
                        Banner.host(host),
                        units.values().stream().map(Unit::row).toList()),
                workloads);
    }

    private void add(Map<String, Unit> units, Unit unit) {
        units.put(unit.role + " " + unit.name, unit);
        DataName data = renamed.get(unit.name);
        if (data != null) {
            units.put(DATA + " " + unit.name, new Unit(DATA, unit.name, data.toString(), unit.origin));
        }
    }

    /** Units that run only if a target upholds them: a disabled tenant has all files of its workloads. */
    private static boolean isUpheldByTargets(Renderer.Written file) {
        return file.isA(Role.WORKLOAD) || file.isA(Role.TIMER) || file.isA(Role.TARGET);
    }

    private Set<String> upheld() {
        Set<String> names = new HashSet<>();
        files.stream()
                .filter(f -> f.isA(Role.HOST_TARGET) || f.isA(Role.TARGET))
                .flatMap(f -> values((SystemdFile) f.artefact(), "Upholds"))
                .forEach(names::add);
        return names;
    }

    private static Stream<String> values(SystemdFile file, String key) {
        return entries(file).filter(e -> e.key().equals(key)).map(e -> e.value().text());
    }

    private static Stream<Entry> entries(SystemdFile file) {
        return file.sections().stream().flatMap(s -> s.entries().stream());
    }

    private Optional<Unit> unit(Renderer.Written file, Role role) {
        return switch (role) {
            case SLICE, MOUNT, VOLUME, FIREWALL, TARGET, WORKLOAD, TIMER -> {
                String name = inputs.unit(file).orElseThrow();
                yield Optional.of(new Unit(role.toString(), name, inputs.digest(file), origin(file)));
            }
            case FOLDERS ->
                Optional.of(new Unit(
                        role.toString(),
                        file.path().substring(file.path().lastIndexOf('/') + 1),
                        inputs.digest(List.of(file)),
                        origin(file)));
            case DEVICE -> {
                SystemdFile device = (SystemdFile) file.artefact();
                String name = values(device, "Name").findFirst().orElseThrow();
                yield Optional.of(new Unit(role.toString(), name, identity(device), origin(file)));
            }
            case LINK -> {
                String name = values((SystemdFile) file.artefact(), "Name")
                        .findFirst()
                        .orElseThrow();
                yield Optional.of(new Unit(role.toString(), name, inputs.digest(file), origin(file)));
            }
            case GUEST, LIVE, HOST_TARGET -> Optional.empty();
        };
    }

    /** Digest of the lines of a device that networkd never changes. */
    private static String identity(SystemdFile device) {
        StringBuilder lines = new StringBuilder();
        for (Section section : device.sections()) {
            section.entries().stream()
                    .filter(e -> device.kind().impact(section.name(), e.key()).impact() == Impact.RECREATE)
                    .forEach(e -> lines.append(e.key())
                            .append('=')
                            .append(e.value().text())
                            .append('\n'));
        }
        return ContentDigest.of(lines.toString());
    }

    private List<Unit> daemons() {
        Map<String, List<Renderer.Written>> byReader = new TreeMap<>();
        files.forEach(f -> f.artefact()
                .kind()
                .reader()
                .ifPresent(r ->
                        byReader.computeIfAbsent(r, key -> new ArrayList<>()).add(f)));
        return byReader.entrySet().stream()
                .map(e -> new Unit(
                        DAEMON,
                        e.getKey(),
                        inputs.digest(e.getValue()),
                        origin(e.getValue().getFirst())))
                .toList();
    }

    private static Origin origin(Renderer.Written file) {
        return file.origins().lines().values().stream()
                .findFirst()
                .orElseThrow(() -> new InternalFault(file.path() + " has no line with an origin"));
    }

    private static Artefact withInputs(Renderer.Written file, String digest) {
        SystemdFile unit = (SystemdFile) file.artefact();
        List<Section> sections = unit.sections().stream()
                .map(s -> s.name().equals("Service") ? with(s, digest) : s)
                .toList();
        return new SystemdFile(unit.path(), unit.kind(), unit.banner(), sections);
    }

    private static Section with(Section service, String digest) {
        List<Entry> entries = new ArrayList<>(service.entries());
        Origin origin = entries.getFirst().origin();
        entries.add(new Entry("Environment", new UnitEnvironment(INPUTS, digest), origin));
        return new Section(service.name(), service.remark(), entries);
    }
}
