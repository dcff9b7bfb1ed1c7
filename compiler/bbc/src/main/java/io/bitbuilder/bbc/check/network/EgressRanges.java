package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.CeilingNames;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.ClosedRanges;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.SubnetSet;
import java.util.Map;
import java.util.Set;

/** Checks that networks open closed ranges only with the platform's consent. */
public final class EgressRanges implements Check {
    @Override
    public void run(CheckScope scope) {
        Map<Subnet, String> meanings = ClosedRanges.of(scope.platform());
        SubnetSet closed = SubnetSet.of(meanings.keySet());
        scope.eachNetwork((tenant, network) -> {
            if (network.egress().allow().isEmpty() || scope.isTrustUnknown(tenant)) {
                return;
            }
            Set<Subnet> consent = scope.ceilingOf(tenant).map(Ceiling::egress).orElse(Set.of());
            SubnetSet open = SubnetSet.of(consent);
            network.egress().allow().stream()
                    .filter(range -> !open.covers(range))
                    .forEach(range -> closed.overlapping(range)
                            .ifPresent(c -> report(scope, tenant, network, range, c + " (" + meanings.get(c) + ")")));
        });
    }

    private static void report(CheckScope scope, Tenant tenant, Network network, Subnet range, String closed) {
        String trust = CeilingNames.nameOf(scope.trustOf(tenant));
        scope.report(Finding.of(
                        Code.CLOSED_EGRESS,
                        network.at().span("egress.allow"),
                        "closed egress range: " + range + " of " + CheckScope.title(tenant, network) + " overlaps "
                                + closed)
                .why("tenant " + tenant.name() + " has trust " + trust
                        + "; its ceiling does not open the infrastructure of the platform there")
                .fix("remove " + range + ", or ask the platform for `egress = {" + range + "}` in `ceiling " + trust
                        + "`"));
    }
}
