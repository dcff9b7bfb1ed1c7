package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Tenant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks that no two machines of a host share an AF_VSOCK address (vsock(7)). */
final class CidsOnce implements Check {
    @Override
    public void run(Scope scope) {
        SortedMap<String, Once<Long>> hosts = new TreeMap<>();
        scope.eachMachine((tenant, machine) -> {
            if (!scope.isStandIn(tenant, machine.name(), ClaimField.CID) && !scope.isStandIn(tenant, machine.name(), ClaimField.PLACE)) {
                hosts.computeIfAbsent(machine.place(), h -> new Once<>()).claim(machine.cid(), holder(tenant, machine));
            }
        });
        hosts.forEach((host, once) -> once.report(
                scope,
                Code.ADR007,
                (cid, holder) -> "duplicate vsock address " + cid + " on host " + host,
                "the host reaches a machine by its vsock address",
                "write `cid = auto`"));
    }

    private static Holder holder(Tenant tenant, Machine machine) {
        return Holder.of(tenant, Scope.title(tenant, machine), Long.toString(machine.cid()), machine.at().span("cid"));
    }
}
