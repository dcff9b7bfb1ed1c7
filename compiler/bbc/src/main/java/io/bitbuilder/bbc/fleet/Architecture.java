package io.bitbuilder.bbc.fleet;

import java.util.Locale;

/** Processor of a host. */
public enum Architecture {
    /** Word {@code x86-64}. */
    X86_64,
    /** Word {@code arm64}. */
    ARM64;

    /** Returns systemd's name of the architecture (os-release(5), ARCHITECTURE=). */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
