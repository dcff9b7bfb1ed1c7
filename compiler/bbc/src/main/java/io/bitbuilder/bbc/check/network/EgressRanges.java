package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Consent;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.ClosedRanges;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.SubnetSet;
import java.util.Map;

/** Checks that networks open closed ranges only with the platform's consent. */
public final class EgressRanges implements Check {
    @Override
    public void run(CheckScope scope) {
        Map<Subnet, String> meanings = ClosedRanges.of(scope.platform());
        SubnetSet closed = SubnetSet.of(meanings.keySet());
        for (Tenant tenant : scope.fleet().tenants()) {
            Consent.of(scope, tenant).ifPresent(consent -> {
                SubnetSet open = SubnetSet.of(consent.allowed(Ceiling::egress, Admit::egress));
                tenant.networks()
                        .forEach(network -> network.egress().allow().stream()
                                .filter(range -> !open.covers(range))
                                .forEach(range -> closed.overlapping(range)
                                        .ifPresent(c -> report(
                                                scope, consent, network, range, c + " (" + meanings.get(c) + ")"))));
            });
        }
    }

    private static void report(CheckScope scope, Consent consent, Network network, Subnet range, String closed) {
        scope.report(consent.withCeiling(Finding.of(
                        Code.CLOSED_EGRESS,
                        network.at().span("egress.allow", range),
                        "closed egress range: " + range + " of " + CheckScope.title(consent.tenant(), network)
                                + " overlaps " + closed))
                .why(consent.reason() + "; its ceiling does not open the infrastructure of the platform there")
                .fix("remove " + range + ", or " + consent.request("egress", range)));
    }
}
