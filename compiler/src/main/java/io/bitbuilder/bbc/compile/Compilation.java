package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.source.SourceSet;
import io.bitbuilder.bbc.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Result of a run over sources.
 *
 * @param program the resolved program, whose fields know their writers
 * @param fleet absent when there is not even a platform; with errors, what of it could be evaluated
 * @param tree absent when there was an error, or when it was not asked for
 */
public record Compilation(Program program, SourceSet sources, Locks locks, Grants grants, Optional<Fleet> fleet, Optional<Tree> tree) {
    Compilation with(Tree made) {
        return new Compilation(program, sources, locks, grants, fleet, Optional.of(made));
    }

    /** The tenants that could be evaluated. */
    public List<Tenant> tenants() {
        return fleet.map(Fleet::tenants).orElse(List.of());
    }
}
