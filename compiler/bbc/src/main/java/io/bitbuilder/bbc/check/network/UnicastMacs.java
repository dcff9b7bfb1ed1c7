package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Mac;

/** Checks that a MAC address is unicast and locally administered (IEEE 802c), so that it is not a vendor's. */
public final class UnicastMacs implements Check {
    private static final long FIRST_OCTET = 0xffL << 40;
    private static final long LOCAL = 0x02L << 40;

    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> workload.attach().forEach(a -> {
            Mac mac = a.mac();
            if (mac.isMulticast() || !mac.isLocal()) {
                Mac local = new Mac(mac.bits() & ~FIRST_OCTET | LOCAL);
                scope.report(Finding.of(
                                Code.MAC_NOT_LOCAL,
                                a.at().span("mac"),
                                "attachment " + a.name() + " of " + CheckScope.title(tenant, workload)
                                        + " has MAC address " + mac + ", which is "
                                        + (mac.isMulticast() ? "a group address" : "not locally administered"))
                        .why("an interface needs a unicast address, and addresses that are not locally "
                                + "administered belong to vendors")
                        .fix("write " + local + ", or `auto`"));
            }
        }));
    }
}
