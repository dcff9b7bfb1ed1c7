package io.bitbuilder.bbc.allocate;

/** Treatment of claims without a lock. */
public enum Mode {
    /** They are allocated. */
    FREE,
    /** They are reported. */
    LOCKED
}
