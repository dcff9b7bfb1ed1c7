package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Egress;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.net.SubnetSet;
import io.bitbuilder.core.source.Span;
import java.util.Set;

/** Checks that the rules of `egress` have an effect. */
public final class UnusedEgress implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachNetwork((tenant, network) -> {
            Egress egress = network.egress();
            if (network.mode() == NetworkMode.BRIDGE) {
                bridge(scope, tenant, network);
                return;
            }
            ranges(scope, tenant, network, "allow", egress.allow());
            ranges(scope, tenant, network, "deny", egress.deny());
            SubnetSet denied = SubnetSet.of(egress.deny());
            egress.allow().stream()
                    .filter(denied::covers)
                    .findFirst()
                    .ifPresent(range -> report(
                            scope,
                            network.at().span("egress.allow", range),
                            range + " of " + CheckScope.title(tenant, network) + " is denied as well",
                            "`deny` wins over `allow`",
                            "remove it from `allow` or from `deny`"));
        });
    }

    private static void bridge(CheckScope scope, Tenant tenant, Network network) {
        Egress egress = network.egress();
        String field = !egress.allow().isEmpty()
                ? "allow"
                : !egress.deny().isEmpty() ? "deny" : egress.default_() == Egress.Default.DENY ? "default" : "";
        if (!field.isEmpty()) {
            report(
                    scope,
                    network.at().span("egress." + field),
                    CheckScope.title(tenant, network) + " has mode bridge",
                    "packets of a network with mode `bridge` never leave through the uplink",
                    "remove `egress`, or write `mode = nat`");
        }
    }

    private static void ranges(CheckScope scope, Tenant tenant, Network network, String field, Set<Subnet> ranges) {
        if (!network.ipv6()) {
            ranges.stream()
                    .filter(Subnet6.class::isInstance)
                    .findFirst()
                    .ifPresent(range -> report(
                            scope,
                            network.at().span("egress." + field, range),
                            range + ", but IPv6 is not enabled on " + CheckScope.title(tenant, network),
                            "guests of a network without IPv6 send no IPv6 packet through the uplink",
                            "write `ipv6 = true`, or remove " + range));
        }
    }

    private static void report(CheckScope scope, Span at, String what, String why, String fix) {
        scope.report(Finding.of(Code.UNUSED_EGRESS, at, "unused egress rule: " + what)
                .why(why)
                .fix(fix));
    }
}
