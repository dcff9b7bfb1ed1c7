package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.manifest.FleetManifest;
import io.bitbuilder.bbc.lower.manifest.TreeManifest;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compiled tree of a fleet, with the line origins of each file. */
public record CompiledTree(Tree tree, SortedMap<String, LineOrigins> origins) {
    /** Read-only. */
    public CompiledTree {
        origins = Collections.unmodifiableSortedMap(origins);
    }

    /** Lowers and renders a fleet without findings. */
    public static CompiledTree of(Fleet fleet) {
        return tree(rendered(fleet));
    }

    /** Tree, and the artefact of each of its files by path. */
    public record WithArtefacts(CompiledTree tree, Map<String, Artefact> artefacts) {
        /** Copies. */
        public WithArtefacts {
            artefacts = Map.copyOf(artefacts);
        }
    }

    /** Lowers and renders a fleet without findings, and keeps the artefacts. */
    public static WithArtefacts withArtefacts(Fleet fleet) {
        SortedMap<String, Renderer.Written> written = rendered(fleet);
        Map<String, Artefact> artefacts = new HashMap<>();
        written.forEach((path, file) -> artefacts.put(path, file.artefact()));
        return new WithArtefacts(tree(written), artefacts);
    }

    private static SortedMap<String, Renderer.Written> rendered(Fleet fleet) {
        Renderer renderer = new Renderer(Catalogue.load(), fleet.platform().systemd());
        SortedMap<String, Renderer.Written> written = new TreeMap<>();
        add(written, Lowering.lower(fleet).parallelStream().map(renderer::render));
        Map<String, DataName> renamed = renamed(fleet);
        fleet.platform().hosts().forEach(host -> host(host, renamed, written, renderer));
        SortedMap<String, String> folders = TreeIds.of(files(written));
        add(written, Stream.of(renderer.render(FleetManifest.of(fleet, folders))));
        return written;
    }

    /** Returns the names of the data of workloads that have another name, by unit. */
    private static Map<String, DataName> renamed(Fleet fleet) {
        Map<String, DataName> renamed = new HashMap<>();
        for (Tenant tenant : fleet.tenants()) {
            tenant.workloads()
                    .filter(w -> !w.data().equals(DataName.ofRoot(tenant.name(), w.name())))
                    .forEach(w -> renamed.put(TenantUnitNames.service(tenant.name(), w), w.data()));
        }
        return renamed;
    }

    /** Lowers and renders a fleet, and returns its largest file. */
    static TreeFile largest(Fleet fleet) {
        return rendered(fleet).values().stream()
                .map(Renderer.Written::file)
                .max(Comparator.comparingInt((TreeFile file) -> file.bytes().length)
                        .thenComparing(TreeFile::path))
                .orElseThrow();
    }

    private static CompiledTree tree(SortedMap<String, Renderer.Written> written) {
        for (Renderer.Written file : written.values()) {
            if (file.file().bytes().length > TreeFile.MAX_BYTES) {
                throw ReadBack.fault(file.path(), 0, "it has " + file.file().bytes().length + " bytes");
            }
        }
        SortedMap<String, LineOrigins> origins = new TreeMap<>();
        written.forEach((path, file) -> origins.put(path, file.origins()));
        return new CompiledTree(files(written), origins);
    }

    /** Adds the list of a host's units and the digest of its files, which need all others rendered. */
    private static void host(
            Host host, Map<String, DataName> renamed, SortedMap<String, Renderer.Written> written, Renderer renderer) {
        String folder = HostUnits.folder(host.name());
        SortedMap<String, Renderer.Written> files = written.subMap(folder, folder + Character.MAX_VALUE);
        HostUnits.Result units = HostUnits.of(host.name(), List.copyOf(files.values()), renamed);
        add(written, Stream.of(renderer.render(units.list())));
        // The same units again, now with the digest of their input files.
        units.workloads().stream().map(renderer::render).forEach(unit -> written.replace(unit.path(), unit));
        String digest = ContentDigest.of(
                files.values().stream().map(Renderer.Written::file).toList(), folder);
        add(written, Stream.of(renderer.render(TreeManifest.of(host, digest))));
    }

    /** Adds files; two with one path are a fault, since one of them would be lost. */
    static void add(Map<String, Renderer.Written> written, Stream<Renderer.Written> files) {
        files.toList().forEach(f -> {
            if (written.putIfAbsent(f.path(), f) != null) {
                throw new InternalFault("two files are compiled to " + f.path());
            }
        });
    }

    private static Tree files(Map<String, Renderer.Written> written) {
        return Tree.of(written.values().stream().map(Renderer.Written::file).toList());
    }
}
