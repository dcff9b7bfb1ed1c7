package io.bitbuilder.bbc.fleet;

/** Processor of a host. */
public enum Architecture {
    /** Word {@code x86-64}. */
    X86_64,
    /** Word {@code arm64}. */
    ARM64
}
