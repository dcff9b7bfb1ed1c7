package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.names.UnitNames;

/** Checks that the machine name {@code tenant.workload} is at most 64 bytes long (hostname_is_valid of systemd, sd_machine). */
final class MachineNames implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            String name = UnitNames.machine(tenant.name(), workload.name());
            if (name.length() > UnitNames.MAX_MACHINE_BYTES) {
                scope.report(Finding.of(Code.NAM203, workload.at().block().span(),
                                "machine name " + name + " has " + name.length() + " bytes, which exceeds " + UnitNames.MAX_MACHINE_BYTES)
                        .why("systemd limits machine names to " + UnitNames.MAX_MACHINE_BYTES + " bytes")
                        .fix("shorten the name by " + (name.length() - UnitNames.MAX_MACHINE_BYTES) + " bytes"));
            }
        });
    }
}
