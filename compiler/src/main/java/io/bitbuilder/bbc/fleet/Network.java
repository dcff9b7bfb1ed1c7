package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.Address4;
import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.Subnet4;
import io.bitbuilder.bbc.value.Subnet6;
import java.util.List;
import java.util.Optional;

/**
 * A network of a tenant.
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
    /** The DHCP server's settings; the range counts positions in the subnet. */
    public record Dhcp(Optional<IntRange> range) {}

    /** The gateway: the subnet's first address after the network's own. */
    public Address4 gateway() {
        return subnet.at(1);
    }

    /** Positions that the DHCP server gives to unknown guests: as written, else the last quarter without the broadcast. */
    public IntRange pool() {
        return dhcp.range().orElseGet(() -> defaultPool(subnet));
    }

    /** Those positions of a network that does not say: the last quarter without the broadcast. */
    public static IntRange defaultPool(Subnet4 subnet) {
        long first = subnet.size() - subnet.size() / 4;
        return new IntRange(first, Math.max(first, subnet.size() - 2));
    }
}
