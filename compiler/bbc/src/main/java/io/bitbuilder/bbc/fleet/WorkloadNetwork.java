package io.bitbuilder.bbc.fleet;

/** Network namespace of a container. */
public enum WorkloadNetwork {
    /** Its own, with its attachments. */
    PRIVATE,
    /** That of the host. */
    HOST
}
