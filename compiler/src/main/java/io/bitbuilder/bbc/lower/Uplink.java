package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.value.Address4;
import io.bitbuilder.bbc.value.Address6;
import java.util.Optional;

/** Which of a workload's attachments leads out ({@link io.bitbuilder.bbc.fleet.Tenant#wayOut}). */
final class Uplink {
    private Uplink() {}

    /** The attachment that leads out. */
    static Optional<Attachment> of(Site site, Workload workload) {
        return site.tenant().wayOut(workload);
    }

    /** The address that published ports lead to. */
    static Optional<Address4> address(Site site, Workload workload) {
        return of(site, workload).flatMap(a -> a.ipv4().address());
    }

    /** The network's IPv6 gateway: the first address after the network's own; empty without IPv6. */
    static Optional<Address6> gateway6(Network network) {
        return network.subnet6()
                .filter(s -> network.ipv6())
                .map(s -> new Address6(s.network().high(), s.network().low() + 1));
    }
}
