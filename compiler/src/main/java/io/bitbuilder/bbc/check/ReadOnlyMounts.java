package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Container;

/** In a container with a read-only root a volume lies below /var: elsewhere systemd-nspawn could not make its mount point. */
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
                                    + ", which its read-only root may not have")
                            .also(container.at().span("security.read-only-root"), "the root can't be written")
                            .why("the mount point would have to be made in the root; only /var is writable")
                            .fix("mount it below /var: `mount = \"/var/lib/" + v.name() + "\"`")));
        });
    }
}
