package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.value.Mac;

/** Checks that no two attachments of the fleet share a MAC address. */
final class MacsOnce implements Check {
    @Override
    public void run(Scope scope) {
        Once<Mac> once = new Once<>();
        Addressed.each(scope, a -> {
            if (!a.isStandIn(scope, ClaimField.MAC)) {
                once.claim(a.attachment().mac(), a.holder(ClaimField.MAC, a.attachment().mac().toString()));
            }
        });
        once.report(
                scope,
                Code.ADR001,
                (mac, holder) -> "duplicate MAC address " + mac,
                "a bridge forwards an address to one port, and both workloads may run on the same host",
                "write `mac = auto`");
    }
}
