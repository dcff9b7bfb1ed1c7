package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.plan.DataLoss;
import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.tree.Tree;
import java.util.List;

/** Compares two compilations. */
public final class Comparison {
    private Comparison() {}

    /** Returns the plan of a change; the compilation after it has a tree. */
    public static Plan plan(Compilation before, Compilation after) {
        return Plan.between(before.tree().orElse(Tree.EMPTY), after.tree().orElseThrow())
                .losing(losses(before, after));
    }

    /** Returns the data that a change loses; none if a side has no fleet. */
    static List<DataLoss> losses(Compilation before, Compilation after) {
        return before.fleet()
                .flatMap(from -> after.fleet()
                        .map(to -> DataLoss.between(from, to, after.locks().renames()::currentHost)))
                .orElse(List.of());
    }
}
