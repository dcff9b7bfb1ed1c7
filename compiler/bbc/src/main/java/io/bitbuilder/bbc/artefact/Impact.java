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
    /** A device is replaced: its connections are interrupted. */
    RECREATE,
    /** Data stays on a host without a workload that uses it. */
    DATA_LOSS;

    /** Returns the name in output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the higher of two impacts. */
    public Impact or(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
