package io.bitbuilder.bbc.artefact;

import java.util.Locale;

/** Impact of a change on running units, from harmless to dangerous. */
public enum Impact {
    /** No running unit is affected. */
    NONE,
    /** The change takes effect on running units; new units are started. */
    RELOAD,
    /** A running unit is stopped, and started again if it still exists. */
    RESTART,
    /** A device, disk or image is replaced: its connections are interrupted or its data is abandoned. */
    RECREATE;

    /** Returns the name in output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the higher of two impacts. */
    public Impact or(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
