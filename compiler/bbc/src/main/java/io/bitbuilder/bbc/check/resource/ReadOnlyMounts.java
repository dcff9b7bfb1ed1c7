package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/**
 * Checks that volumes of a container with a read-only root are below /var: elsewhere systemd-nspawn cannot create mount
 * points.
 */
public final class ReadOnlyMounts implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (!(workload instanceof Container container)
                    || !container.security().readOnlyRoot()) {
                return;
            }
            container.volume().stream()
                    .filter(v -> !v.mount().startsWith("/var/"))
                    .forEach(v -> scope.report(Finding.of(
                                    Code.MISSING_MOUNT_POINT,
                                    v.at().span("mount"),
                                    "volume " + v.name() + " of " + CheckScope.title(tenant, workload)
                                            + " is mounted at " + v.mount()
                                            + ", which may be missing in its read-only root")
                            .also(container.at().span("security.read-only-root"), "read-only root")
                            .why("the mount point would have to be created in the root; only /var is writable")
                            .fix("mount it below /var: `mount = \"/var/lib/" + v.name() + "\"`")));
        });
    }
}
