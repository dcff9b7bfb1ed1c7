package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;

/** Checks that guests can send to the name servers of a network. */
public final class NameServers implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachNetwork((tenant, network) -> network.dns().stream()
                .filter(address -> !isUsable(address))
                .forEach(address -> scope.report(Finding.of(
                                Code.UNUSABLE_NAME_SERVER,
                                network.at().span("dns"),
                                "unusable name server " + address + " of " + CheckScope.title(tenant, network))
                        .why("the address is the guest itself, a group of hosts, or none")
                        .fix("write the address of a name server, such as 9.9.9.9"))));
    }

    /** Returns whether it is the address of one other host; clouds have name servers on link-local addresses. */
    private static boolean isUsable(Address4 address) {
        boolean linkLocal = address.bits() >>> 16 == (169 << 8 | 254);
        return linkLocal || !SpecialRanges.isSpecial(Subnet4.around(address, 32));
    }
}
