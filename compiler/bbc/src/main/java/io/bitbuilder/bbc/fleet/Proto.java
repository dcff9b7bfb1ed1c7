package io.bitbuilder.bbc.fleet;

/** Transport protocol. */
public enum Proto {
    /** TCP. */
    TCP,
    /** UDP. */
    UDP
}
