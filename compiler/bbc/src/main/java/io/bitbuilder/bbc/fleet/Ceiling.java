package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.PortRange;
import java.util.Set;

/** Limits for tenants of one trust level; the name is the word of the level. */
public record Ceiling(
        String name,
        Set<String> capabilities,
        Set<String> syscalls,
        boolean hostNetwork,
        Set<Subnet> egress,
        Set<PortRange> ports,
        Set<Subnet> subnets,
        long prefix,
        long prefix6,
        Set<NetworkMode> modes,
        Claims claims,
        Origins at) {
    /** Maximum of the claims of one tenant, and its share of each pool. */
    public record Claims(
            long networks,
            long workloads,
            long attachments,
            long ports,
            long volumes,
            long agreements,
            Percent share) {}
}
