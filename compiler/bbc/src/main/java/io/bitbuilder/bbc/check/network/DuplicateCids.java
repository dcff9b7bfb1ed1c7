package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks that no two machines of a host share an AF_VSOCK address (vsock(7)). */
public final class DuplicateCids implements Check {
    @Override
    public void run(CheckScope scope) {
        SortedMap<String, UniqueClaims<Long>> hosts = new TreeMap<>();
        scope.eachMachine((tenant, machine) -> {
            if (!scope.isStandIn(tenant, machine.name(), ClaimField.CID)
                    && !scope.isStandIn(tenant, machine.name(), ClaimField.PLACE)) {
                hosts.computeIfAbsent(machine.place(), h -> new UniqueClaims<>())
                        .claim(machine.cid(), holder(tenant, machine));
            }
        });
        hosts.forEach((host, once) -> once.report(
                scope,
                Code.DUPLICATE_CID,
                (cid, holder) -> "duplicate vsock address " + cid + " on host " + host,
                "the host reaches a machine by its vsock address",
                "write `cid = auto`"));
    }

    private static Claimant holder(Tenant tenant, Machine machine) {
        return Claimant.of(
                tenant,
                CheckScope.title(tenant, machine),
                Long.toString(machine.cid()),
                machine.at().span("cid"));
    }
}
