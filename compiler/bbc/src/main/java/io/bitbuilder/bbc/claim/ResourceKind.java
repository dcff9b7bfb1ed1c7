package io.bitbuilder.bbc.claim;

import io.bitbuilder.bbc.fleet.Proto;

/** Resource of a claim. Declared in the order of allocation. */
public enum ResourceKind {
    /** Host for a workload. */
    PLACE("a host"),
    /** IPv4 range of the platform. */
    SUBNET4("an IPv4 subnet"),
    /** IPv6 range of the platform. */
    SUBNET6("an IPv6 subnet"),
    /** 65536 user ids, unique in the platform. */
    UIDS("a range of user ids"),
    /** MAC address, unique in the platform. */
    MAC("a MAC address"),
    /** TCP port of a host. */
    PORT_TCP("a tcp port of the host"),
    /** UDP port of a host. */
    PORT_UDP("a udp port of the host"),
    /** AF_VSOCK address on a host. */
    CID("a vsock address"),
    /** Position in the IPv4 range of a network. */
    ADDRESS4("an IPv4 address"),
    /** Position in the IPv6 range of a network. */
    ADDRESS6("an IPv6 address"),
    /** Name of data on the host. Not from a pool: it is the block's own, or that of the block which it was. */
    DATA("a name of data");

    private final String noun;

    ResourceKind(String noun) {
        this.noun = noun;
    }

    /** Returns the resource of a claim. */
    public static ResourceKind of(ClaimPath claim) {
        return switch (claim.field()) {
            case PLACE -> PLACE;
            case SUBNET -> SUBNET4;
            case SUBNET6 -> SUBNET6;
            case UIDS -> UIDS;
            case CID -> CID;
            case MAC -> MAC;
            case IPV4 -> ADDRESS4;
            case IPV6 -> ADDRESS6;
            case DATA -> DATA;
            case HOST -> claim.member().filter(ResourceKind::isUdp).isPresent() ? PORT_UDP : PORT_TCP;
        };
    }

    private static boolean isUdp(ClaimMember member) {
        return member instanceof ClaimMember.Publish publish && publish.proto() == Proto.UDP;
    }

    /** Returns the noun for messages, with its article. */
    public String noun() {
        return noun;
    }
}
