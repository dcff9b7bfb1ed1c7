package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.value.Subnet;

/** Checks that a network has room for its gateway, guests and DHCP: at least a /29, for IPv6 at least a /126. */
final class NetworkSize implements Check {
    /** Longest prefix of a usable IPv4 network. */
    static final int LONGEST4 = 29;

    /** Longest prefix of a usable IPv6 network. */
    static final int LONGEST6 = 126;

    @Override
    public void run(Scope scope) {
        scope.eachNetwork((tenant, network) -> {
            String title = Scope.title(tenant, network);
            check(scope, title, network.subnet(), LONGEST4, network.at().span("subnet"));
            network.subnet6().ifPresent(subnet -> check(scope, title, subnet, LONGEST6, network.at().span("subnet6")));
        });
    }

    private static void check(Scope scope, String title, Subnet subnet, int longest, Span span) {
        if (subnet.prefix() > longest) {
            scope.report(Finding.of(Code.NET002, span, "subnet " + subnet + " of " + title + " is too small")
                    .why("the network, the gateway, guests and the broadcast need a /" + longest + " or larger")
                    .fix("write a /" + longest + " or larger, or `auto`"));
        }
    }
}
