package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks that mount points of the volumes of a workload do not overlap. */
public final class VolumeMounts implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> check(scope, tenant, workload));
    }

    /** Sorted with a slash at the end, everything inside a mount point follows it directly. */
    private static void check(CheckScope scope, Tenant tenant, Workload workload) {
        List<Volume> sorted = workload.volume().stream()
                .sorted(Comparator.comparing(VolumeMounts::folder))
                .toList();
        String title = CheckScope.title(tenant, workload);
        Optional<Volume> outer = Optional.empty();
        for (Volume volume : sorted) {
            Optional<Volume> around = outer.filter(o -> folder(volume).startsWith(folder(o)));
            around.ifPresent(o -> scope.report(finding(title, o, volume)));
            outer = around.or(() -> Optional.of(volume));
        }
    }

    private static Finding finding(String title, Volume outer, Volume inner) {
        boolean same = folder(inner).equals(folder(outer));
        return Finding.of(
                        Code.VOLUME_MOUNTS_OVERLAP,
                        inner.at().span("mount"),
                        "mount point " + inner.mount() + " of volume " + inner.name() + " of " + title
                                + (same ? " is also that of volume " : " overlaps that of volume ") + outer.name())
                .also(outer.at().span("mount"), "volume " + outer.name() + " is mounted at " + outer.mount())
                .why("one volume would hide the other, or depend on a directory inside it")
                .fix("choose separate mount points");
    }

    private static String folder(Volume volume) {
        return volume.mount().endsWith("/") ? volume.mount() : volume.mount() + "/";
    }
}
