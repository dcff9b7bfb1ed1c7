package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.value.Mac;

/** Checks that a MAC address is unicast and locally administered (IEEE 802c), so that it is not a vendor's. */
final class MacForm implements Check {
    private static final long FIRST_OCTET = 0xffL << 40;
    private static final long LOCAL = 0x02L << 40;

    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> workload.attach().forEach(a -> {
            Mac mac = a.mac();
            if (mac.isMulticast() || !mac.isLocal()) {
                Mac local = new Mac(mac.bits() & ~FIRST_OCTET | LOCAL);
                scope.report(Finding.of(Code.ADR002, a.at().span("mac"),
                                "attachment " + a.name() + " of " + Scope.title(tenant, workload) + " has MAC address "
                                + mac + ", which is " + (mac.isMulticast() ? "a group address" : "not locally administered"))
                        .why("an interface needs a unicast address, and addresses that are not locally administered belong to vendors")
                        .fix("write " + local + ", or `auto`"));
            }
        }));
    }
}
