package io.bitbuilder.bbc.fleet;

/** How far a tenant is trusted, from least to most. */
public enum Trust {
    /** Nothing beyond the defaults. */
    UNTRUSTED,
    /** The usual. */
    STANDARD,
    /** Nearly as the platform itself. */
    TRUSTED
}
