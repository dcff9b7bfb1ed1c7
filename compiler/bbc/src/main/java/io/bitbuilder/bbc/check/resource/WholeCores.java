package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that a machine has a whole number of virtual processors (systemd-vmspawn(1), {@code --cpus=}). */
public final class WholeCores implements Check {
    private static final long CORE = 1000;

    @Override
    public void run(CheckScope scope) {
        scope.eachMachine((tenant, machine) -> {
            long millis = machine.cpu().cores().millis();
            if (millis % CORE != 0) {
                scope.report(Finding.of(
                                Code.FRACTIONAL_PROCESSORS,
                                machine.at().span("cpu.cores"),
                                "fractional cpu.cores " + machine.cpu().cores() + " of "
                                        + CheckScope.title(tenant, machine))
                        .why("the guest sees whole virtual processors")
                        .fix("write a whole number: " + (millis / CORE + 1)));
            }
        });
    }
}
