package io.bitbuilder.bbc.fleet;

/** Trust level of a tenant, from least to most. */
public enum Trust {
    /** Default privileges only. */
    UNTRUSTED,
    /** Usual privileges. */
    STANDARD,
    /** Nearly the privileges of the platform. */
    TRUSTED
}
