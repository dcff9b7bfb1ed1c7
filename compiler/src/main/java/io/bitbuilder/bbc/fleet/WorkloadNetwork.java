package io.bitbuilder.bbc.fleet;

/** Whose network a container uses. */
public enum WorkloadNetwork {
    /** Its own: what is attached. */
    PRIVATE,
    /** The host's. */
    HOST
}
