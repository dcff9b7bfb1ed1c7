package io.bitbuilder.bbc.fleet;

import java.util.Collections;
import java.util.Set;

/**
 * Two networks that name each other as peers, as one of them sees it. Guests of each reach those of the other by their
 * addresses, without translation.
 *
 * @param own the end that looks
 * @param other the end that it is joined with
 */
public record Peering(End own, End other) {
    /**
     * One of the networks.
     *
     * @param peer its statement about the other one
     * @param hosts hosts of its workloads
     */
    public record End(Tenant tenant, Network network, Peer peer, Set<String> hosts) {
        /** Copies. */
        public End {
            hosts = Set.copyOf(hosts);
        }
    }

    /** Returns whether workloads of both networks run on one host: networks do not span hosts. */
    public boolean isOnOneHost() {
        return !Collections.disjoint(own.hosts, other.hosts);
    }

    /** Returns whether the networks are joined; otherwise a check reports it. */
    public boolean isOpen() {
        return own.network.mode() != NetworkMode.BRIDGE && other.network.mode() != NetworkMode.BRIDGE && isOnOneHost();
    }

    /** Returns whether both networks have IPv6. */
    public boolean hasIpv6() {
        return own.network.ipv6() && other.network.ipv6();
    }
}
