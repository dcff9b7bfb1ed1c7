package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.Renames;
import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.plan.DataLoss;
import io.bitbuilder.bbc.plan.KeptData;
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
        Renames renames = after.locks().renames();
        return before.fleet()
                .flatMap(from -> after.fleet()
                        .map(to -> DataLoss.between(
                                from,
                                to,
                                renames::currentHost,
                                (had, has) -> renames.current(claim(had)).equals(claim(has)))))
                .orElse(List.of());
    }

    private static ClaimPath claim(KeptData data) {
        return new ClaimPath(
                new BlockPath(data.tenant(), data.workloadName()),
                data.volume().map(ClaimMember.Volume::new),
                ClaimField.DATA);
    }
}
