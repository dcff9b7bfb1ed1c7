package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.value.Address4;

/** Checks that host addresses are unique. */
final class HostAddresses implements Check {
    @Override
    public void run(Scope scope) {
        Once<Address4> once = new Once<>();
        for (Host host : scope.platform().hosts()) {
            Address4 address = host.address().address();
            once.claim(address, Holder.ofPlatform("host " + host.name(), address.toString(), host.at().span("address")));
        }
        once.report(
                scope,
                Code.RES113,
                (address, holder) -> "duplicate address " + address + " of " + holder.title(),
                "ports are published on the address of a host",
                "write the host's own address");
    }
}
