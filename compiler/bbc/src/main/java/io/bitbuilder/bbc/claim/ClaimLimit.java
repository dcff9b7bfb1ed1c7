package io.bitbuilder.bbc.claim;

/** Numbers of a tenant's claims that the platform limits, each named as in {@code claims} of a ceiling. */
public enum ClaimLimit {
    /** Networks; a written subnet counts as the slots of the pool that it overlaps. */
    NETWORKS("networks"),
    /** Containers and machines. */
    WORKLOADS("workloads"),
    /** Interfaces of workloads. */
    ATTACHMENTS("attachments"),
    /** Published ports of one protocol on one host. */
    PORTS("ports"),
    /** Volumes. */
    VOLUMES("volumes"),
    /**
     * Blocks {@code expose}, {@code consume} and {@code peer}: each may add rules to the firewall of another tenant.
     */
    AGREEMENTS("agreements");

    private final String word;

    ClaimLimit(String word) {
        this.word = word;
    }

    /** Returns the limit on claims of a resource with a pool. */
    public static ClaimLimit of(ResourceKind resource) {
        return switch (resource) {
            case SUBNET4, SUBNET6 -> NETWORKS;
            case PLACE, UIDS, CID -> WORKLOADS;
            case DATA -> VOLUMES;
            case MAC, ADDRESS4, ADDRESS6 -> ATTACHMENTS;
            case PORT_TCP, PORT_UDP -> PORTS;
        };
    }

    /** Returns the name of its field. */
    public String word() {
        return word;
    }
}
