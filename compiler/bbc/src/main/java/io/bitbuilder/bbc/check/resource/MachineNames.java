package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/**
 * Checks that the machine name {@code tenant.workload} is at most 64 bytes long (hostname_is_valid of systemd,
 * sd_machine).
 */
public final class MachineNames implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            String name = TenantUnitNames.machine(tenant.name(), workload.name());
            if (name.length() > TenantUnitNames.MAX_MACHINE_BYTES) {
                scope.report(Finding.of(
                                Code.MACHINE_NAME_TOO_LONG,
                                workload.at().block().span(),
                                "machine name " + name + " has " + name.length() + " bytes, which exceeds "
                                        + TenantUnitNames.MAX_MACHINE_BYTES)
                        .why("systemd limits machine names to " + TenantUnitNames.MAX_MACHINE_BYTES + " bytes")
                        .fix("shorten the name by " + (name.length() - TenantUnitNames.MAX_MACHINE_BYTES) + " bytes"));
            }
        });
    }
}
