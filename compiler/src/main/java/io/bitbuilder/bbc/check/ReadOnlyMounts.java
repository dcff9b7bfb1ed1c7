package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Container;

/** Checks that volumes of a container with a read-only root are below /var: elsewhere systemd-nspawn cannot create mount points. */
final class ReadOnlyMounts implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (!(workload instanceof Container container) || !container.security().readOnlyRoot()) {
                return;
            }
            container.volume().stream().filter(v -> !v.mount().startsWith("/var/")).forEach(v ->
                    scope.report(Finding.of(Code.VOL003, v.at().span("mount"),
                                    "volume " + v.name() + " of " + Scope.title(tenant, workload) + " is mounted at " + v.mount()
                                    + ", which may be missing in its read-only root")
                            .also(container.at().span("security.read-only-root"), "read-only root")
                            .why("the mount point would have to be created in the root; only /var is writable")
                            .fix("mount it below /var: `mount = \"/var/lib/" + v.name() + "\"`")));
        });
    }
}
