package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Mac;
import java.util.Optional;

/**
 * Interface of a workload.
 *
 * @param network name of the tenant's network
 * @param mac granted or pinned
 */
public record Attachment(
        String name, Optional<String> was, String network, Mac mac, Assign4 ipv4, Assign6 ipv6, Origins at) {
    /** Way in which a guest gets its address. */
    public enum Assignment {
        /** From a static lease of the network's DHCP server. */
        DHCP,
        /** Written into the guest. */
        STATIC,
        /** No address. */
        DISABLED
    }

    /** IPv4 method and address; empty when disabled. */
    public record Assign4(Assignment assignment, Optional<Address4> address) {}

    /** IPv6 method, static or disabled, and address; empty when disabled. */
    public record Assign6(Assignment assignment, Optional<Address6> address) {}
}
