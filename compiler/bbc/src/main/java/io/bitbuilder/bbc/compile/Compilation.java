package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.source.SourceSet;
import java.util.List;
import java.util.Optional;

/**
 * Result of a run over sources.
 *
 * @param program the resolved program, whose fields know their writers
 * @param fleet absent without a platform; with errors, the part that could be evaluated
 * @param tree absent if there was an error or only a check was requested
 */
public record Compilation(
        Program program, SourceSet sources, Locks locks, Grants grants, Optional<Fleet> fleet, Optional<Tree> tree) {
    Compilation with(Tree made) {
        return new Compilation(program, sources, locks, grants, fleet, Optional.of(made));
    }

    /** Returns the tenants that could be evaluated. */
    public List<Tenant> tenants() {
        return fleet.map(Fleet::tenants).orElse(List.of());
    }
}
