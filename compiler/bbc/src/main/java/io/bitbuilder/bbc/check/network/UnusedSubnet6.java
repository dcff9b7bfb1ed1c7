package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that a network with a written IPv6 range has IPv6. */
public final class UnusedSubnet6 implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachNetwork((tenant, network) -> network.subnet6()
                .filter(subnet -> !network.ipv6())
                .ifPresent(subnet -> scope.report(Finding.of(
                                Code.UNUSED_SUBNET6,
                                network.at().span("subnet6"),
                                "unused IPv6 range " + subnet + ": IPv6 is not enabled on "
                                        + CheckScope.title(tenant, network))
                        .also(network.at().span("ipv6"), "`ipv6` is false here")
                        .why("a network without IPv6 assigns no address of the range")
                        .fix("write `ipv6 = true`, or remove `subnet6`"))));
    }
}
