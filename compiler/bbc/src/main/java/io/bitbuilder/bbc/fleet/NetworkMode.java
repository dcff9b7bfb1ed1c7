package io.bitbuilder.bbc.fleet;

/** Reach of a network. */
public enum NetworkMode {
    /** Outgoing traffic through the host's address. */
    NAT,
    /** Incoming and outgoing traffic without address translation. */
    ROUTED,
    /** Traffic does not leave the bridge. */
    BRIDGE
}
