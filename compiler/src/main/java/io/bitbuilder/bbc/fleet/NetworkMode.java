package io.bitbuilder.bbc.fleet;

/** How far a network reaches. */
public enum NetworkMode {
    /** Out through the host's address. */
    NAT,
    /** In and out without translation. */
    ROUTED,
    /** Nothing leaves the bridge. */
    BRIDGE
}
