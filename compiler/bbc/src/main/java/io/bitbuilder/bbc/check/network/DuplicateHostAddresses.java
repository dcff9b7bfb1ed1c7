package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address4;

/** Checks that host addresses are unique. */
public final class DuplicateHostAddresses implements Check {
    @Override
    public void run(CheckScope scope) {
        UniqueClaims<Address4> once = new UniqueClaims<>();
        for (Host host : scope.platform().hosts()) {
            Address4 address = host.address().address();
            once.claim(
                    address,
                    Claimant.ofPlatform("host " + host.name(), host.at().of("address")));
        }
        once.report(
                scope,
                Code.DUPLICATE_HOST_ADDRESS,
                (address, claimant) -> "duplicate address " + address + " of " + claimant.title(),
                "ports are published on the address of a host",
                "write the host's own address");
    }
}
