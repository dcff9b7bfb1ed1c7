package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.source.Span;

/** Checks that a network has room for its gateway, guests and DHCP: at least a /29, for IPv6 at least a /126. */
public final class NetworkSize implements Check {
    /** Longest prefix of a usable IPv4 network. */
    static final int LONGEST4 = 29;

    /** Longest prefix of a usable IPv6 network. */
    static final int LONGEST6 = 126;

    @Override
    public void run(CheckScope scope) {
        scope.eachNetwork((tenant, network) -> {
            String title = CheckScope.title(tenant, network);
            check(scope, title, network.subnet(), LONGEST4, network.at().span("subnet"));
            network.subnet6()
                    .ifPresent(subnet ->
                            check(scope, title, subnet, LONGEST6, network.at().span("subnet6")));
        });
    }

    private static void check(CheckScope scope, String title, Subnet subnet, int longest, Span span) {
        if (subnet.prefix() > longest) {
            scope.report(Finding.of(Code.SUBNET_TOO_SMALL, span, "subnet " + subnet + " of " + title + " is too small")
                    .why("the network, the gateway, guests and the broadcast need a /" + longest + " or larger")
                    .fix("write a /" + longest + " or larger, or `auto`"));
        }
    }
}
