package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;

/** Checks that a machine has a whole number of virtual processors (systemd-vmspawn(1), {@code --cpus=}). */
final class WholeCores implements Check {
    private static final long CORE = 1000;

    @Override
    public void run(Scope scope) {
        scope.eachMachine((tenant, machine) -> {
            long millis = machine.cpu().cores().millis();
            if (millis % CORE != 0) {
                scope.report(Finding.of(Code.RES109, machine.at().span("cpu.cores"),
                                "fractional cpu.cores " + machine.cpu().cores() + " of " + Scope.title(tenant, machine))
                        .why("the guest sees whole virtual processors")
                        .fix("write a whole number: " + (millis / CORE + 1)));
            }
        });
    }
}
