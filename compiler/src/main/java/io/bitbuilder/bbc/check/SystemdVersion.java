package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;

/** A field whose realisation is younger than the platform's systemd is refused. */
final class SystemdVersion implements Check {
    /** {@code systemd-vmspawn --ephemeral} (NEWS of 260). */
    private static final int EPHEMERAL = 260;

    @Override
    public void run(Scope scope) {
        int version = scope.platform().systemd();
        if (version >= EPHEMERAL) {
            return;
        }
        scope.eachMachine((tenant, machine) -> {
            if (machine.root().size().isEmpty()) {
                scope.report(Finding.of(Code.RES110, machine.at().block().span(),
                                Scope.title(tenant, machine) + " has no root.size, which needs systemd "
                                + EPHEMERAL + "; the platform runs " + version)
                        .also(scope.platform().at().span("systemd"), "the oldest systemd of the fleet")
                        .why("without a size its writes vanish, and systemd-vmspawn has `--ephemeral` since " + EPHEMERAL)
                        .fix("give it a root of its own: `root { size = 10GiB }`"));
            }
        });
    }
}
