package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.Address4;
import io.bitbuilder.bbc.value.Address6;
import io.bitbuilder.bbc.value.Mac;
import java.util.Optional;

/**
 * An interface of a workload.
 *
 * @param network name of the tenant's network
 * @param mac granted or pinned
 */
public record Attachment(String name, String network, Mac mac, Assign4 ipv4, Assign6 ipv6, Origins at) {
    /** How a guest gets its address. */
    public enum Assignment {
        /** By a static lease of the network's DHCP server. */
        DHCP,
        /** Written into the guest. */
        STATIC,
        /** Not at all. */
        DISABLED
    }

    /** IPv4: the way and the address; empty when disabled. */
    public record Assign4(Assignment way, Optional<Address4> address) {}

    /** IPv6: static or disabled; the address is empty when disabled. */
    public record Assign6(Assignment way, Optional<Address6> address) {}
}
