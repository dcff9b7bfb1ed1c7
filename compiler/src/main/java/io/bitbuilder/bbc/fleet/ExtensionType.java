package io.bitbuilder.bbc.fleet;

/** What an extension extends. */
public enum ExtensionType {
    /** {@code /usr} and {@code /opt}. */
    SYSEXT,
    /** {@code /etc}. */
    CONFEXT
}
