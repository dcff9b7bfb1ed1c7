package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.AttachedAddress;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Mac;

/** Checks that no two attachments of the fleet share a MAC address. */
public final class DuplicateMacs implements Check {
    @Override
    public void run(CheckScope scope) {
        UniqueClaims<Mac> once = new UniqueClaims<>();
        AttachedAddress.each(scope, a -> {
            if (!a.isStandIn(scope, ClaimField.MAC)) {
                once.claim(a.attachment().mac(), a.claimant(ClaimField.MAC));
            }
        });
        once.report(
                scope,
                Code.DUPLICATE_MAC,
                (mac, claimant) -> "duplicate MAC address " + mac,
                "a bridge forwards an address to one port, and both workloads may run on the same host",
                "write `mac = auto`");
    }
}
