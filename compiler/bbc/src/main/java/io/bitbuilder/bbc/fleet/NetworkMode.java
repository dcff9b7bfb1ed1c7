package io.bitbuilder.bbc.fleet;

/** Reach of a network. */
public enum NetworkMode {
    /** Outgoing traffic through the host's address. */
    NAT,
    /** Incoming and outgoing traffic without address translation. */
    ROUTED,
    /** No traffic leaves the bridge. */
    BRIDGE
}
