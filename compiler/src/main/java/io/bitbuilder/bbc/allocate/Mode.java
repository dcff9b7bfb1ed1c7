package io.bitbuilder.bbc.allocate;

/** Whether claims that no lock holds may be dealt out. */
public enum Mode {
    /** They are. */
    FREE,
    /** They are findings. */
    LOCKED
}
