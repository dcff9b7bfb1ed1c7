package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.NetworkName;
import java.util.List;
import java.util.Optional;

/**
 * Network of a tenant.
 *
 * @param subnet granted or pinned
 * @param subnet6 granted or pinned; empty when {@code ipv6} is false
 * @param mtu bytes of its largest packet, 576 to 65535; empty for that of the host
 */
public record Network(
        String name,
        Optional<String> was,
        NetworkMode mode,
        Subnet4 subnet,
        boolean ipv6,
        Optional<Subnet6> subnet6,
        List<Address4> dns,
        Optional<Long> mtu,
        Egress egress,
        boolean isolate,
        List<Peer> peer,
        List<Raw> raw,
        Origins at) {
    /** Sorts by name. */
    public Network {
        peer = ByName.sorted(peer, p -> p.network().toString());
    }

    /** Returns the statement about the network of that name. */
    public Optional<Peer> peer(NetworkName other) {
        return ByName.find(peer, p -> p.network().toString(), other.toString());
    }

    /** Returns the gateway: the first address after the network address. */
    public Address4 gateway() {
        return subnet.at(1);
    }

    /** Returns the positions that are never allocated, so that addresses can be pinned there: the last quarter. */
    public static IntRange pinnedPositions(Subnet4 subnet) {
        long first = subnet.size() - subnet.size() / 4;
        return new IntRange(first, Math.max(first, subnet.size() - 2));
    }
}
