package io.bitbuilder.bbc.fleet;

/** Directories that an extension extends. */
public enum ExtensionType {
    /** {@code /usr} and {@code /opt}. */
    SYSEXT,
    /** {@code /etc}. */
    CONFEXT
}
