package io.bitbuilder.bbc.allocate;

/** Treatment of claims without a lock. */
public enum AllocationMode {
    /** They are allocated. */
    FREE,
    /** They are reported. */
    LOCKED
}
