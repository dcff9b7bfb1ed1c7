package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import java.util.Optional;
import java.util.stream.Stream;

/** Attachment of a workload with the default route ({@link io.bitbuilder.bbc.fleet.Tenant#defaultRoute}). */
public final class DefaultRoute {
    private DefaultRoute() {}

    /** Returns the attachment with the default route. */
    public static Optional<Attachment> of(TenantOnHost onHost, Workload workload) {
        return onHost.tenant().defaultRoute(workload);
    }

    /**
     * Returns the attachment with the IPv6 default route: the one with that of IPv4 if it has an IPv6 address, else the
     * first with one in a network that leads out of the host.
     */
    public static Optional<Attachment> six(TenantOnHost onHost, Workload workload) {
        return Stream.concat(
                        of(onHost, workload).stream(),
                        workload.attach().stream().filter(a -> onHost.network(a).mode() != NetworkMode.BRIDGE))
                .filter(a -> a.ipv6().address().isPresent())
                .findFirst();
    }

    /** Returns the target address of published ports. */
    public static Optional<Address4> address(TenantOnHost onHost, Workload workload) {
        return of(onHost, workload).flatMap(a -> a.ipv4().address());
    }

    /** Returns the network's IPv6 gateway, the first address after the network's own; empty without IPv6. */
    public static Optional<Address6> gateway6(Network network) {
        return network.subnet6()
                .filter(s -> network.ipv6())
                .map(s -> new Address6(s.network().high(), s.network().low() + 1));
    }
}
