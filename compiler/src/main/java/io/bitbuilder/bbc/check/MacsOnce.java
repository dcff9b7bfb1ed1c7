package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.value.Mac;

/** No two attachments of the fleet have one MAC address. */
final class MacsOnce implements Check {
    @Override
    public void run(Scope scope) {
        Once<Mac> once = new Once<>();
        Addressed.each(scope, a -> {
            if (!a.isStandIn(scope, ClaimField.MAC)) {
                once.claim(a.attachment().mac(), a.holder("mac", a.attachment().mac().toString()));
            }
        });
        once.report(
                scope,
                Code.ADR001,
                (mac, holder) -> "MAC address " + mac + " is taken twice",
                "a bridge sends to one port what is for one address, and workloads may come to one host",
                "write `mac = auto`");
    }
}
