package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import java.util.List;
import java.util.Optional;

/**
 * Network of a tenant.
 *
 * @param subnet granted or pinned
 * @param subnet6 granted or pinned; empty when {@code ipv6} is false
 */
public record Network(
        String name,
        NetworkMode mode,
        Subnet4 subnet,
        boolean ipv6,
        Optional<Subnet6> subnet6,
        Dhcp dhcp,
        List<Address4> dns,
        boolean isolate,
        List<Raw> raw,
        Origins at) {
    /** Settings of the DHCP server; the range counts positions in the subnet. */
    public record Dhcp(Optional<IntRange> range) {}

    /** Returns the gateway: the first address after the network address. */
    public Address4 gateway() {
        return subnet.at(1);
    }

    /**
     * Returns the positions that the DHCP server leases to undeclared guests: as written, else {@link #defaultPool}.
     */
    public IntRange pool() {
        return dhcp.range().orElseGet(() -> defaultPool(subnet));
    }

    /** Returns the default positions for undeclared guests: the last quarter without the broadcast. */
    public static IntRange defaultPool(Subnet4 subnet) {
        long first = subnet.size() - subnet.size() / 4;
        return new IntRange(first, Math.max(first, subnet.size() - 2));
    }
}
