package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that the DHCP range is between the gateway and the broadcast of its network. */
public final class DhcpRange implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachNetwork((tenant, network) -> network.dhcp().range().ifPresent(range -> {
            long last = network.subnet().size() - 2;
            boolean usable = network.subnet().prefix() <= NetworkSize.LONGEST4;
            if (usable && (range.first() < 2 || range.last() > last)) {
                scope.report(Finding.of(
                                Code.DHCP_RANGE_OUTSIDE_SUBNET,
                                network.at().span("dhcp.range"),
                                "DHCP range " + range + " of " + CheckScope.title(tenant, network)
                                        + " exceeds positions 2.." + last + " of " + network.subnet())
                        .also(network.at().span("subnet"), "the network has " + network.subnet())
                        .why("position 0 is the network, 1 the gateway, " + (last + 1)
                                + " the broadcast; higher positions are in another network")
                        .fix("choose a range within 2.." + last + ", or remove it: the default is the last quarter"));
            }
        }));
    }
}
