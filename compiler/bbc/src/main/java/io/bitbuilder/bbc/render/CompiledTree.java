package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.manifest.FleetManifest;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compiled tree of a fleet, with the line origins of each file. */
public record CompiledTree(Tree tree, SortedMap<String, LineOrigins> origins) {
    /** Read-only. */
    public CompiledTree {
        origins = Collections.unmodifiableSortedMap(origins);
    }

    /** Lowers and renders a fleet without findings. */
    public static CompiledTree of(Fleet fleet) {
        Renderer renderer = new Renderer(Catalogue.load(), fleet.platform().systemd());
        List<Artefact> artefacts = Lowering.lower(fleet);
        SortedMap<String, LineOrigins> origins = new TreeMap<>();
        List<TreeFile> files = new ArrayList<>();
        for (Renderer.Written written :
                artefacts.parallelStream().map(renderer::render).toList()) {
            files.add(written.file());
            origins.put(written.file().path(), written.origins());
        }
        Renderer.Written manifest = renderer.render(FleetManifest.of(fleet, TreeIds.of(Tree.of(files))));
        files.add(manifest.file());
        return new CompiledTree(Tree.of(files), origins);
    }
}
