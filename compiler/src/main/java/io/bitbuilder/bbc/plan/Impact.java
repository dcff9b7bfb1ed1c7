package io.bitbuilder.bbc.plan;

import java.util.Locale;

/** What a change does to what runs; the order is from harmless to dangerous. */
public enum Impact {
    /** Nothing that runs notices. */
    NONE,
    /** It takes effect while everything runs on; new things are started. */
    RELOAD,
    /** Something that runs is stopped, and started again if it is still wanted. */
    RESTART,
    /** A device, disk or image is given up and made anew: what it carried or held is interrupted or left behind. */
    RECREATE;

    /** The name in output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The more dangerous of two. */
    public Impact or(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
