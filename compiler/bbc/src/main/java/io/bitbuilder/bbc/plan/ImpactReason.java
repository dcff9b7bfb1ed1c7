package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;

/**
 * Difference in a file, with the reason for its impact.
 *
 * @param what the directive as {@code [Section] Key}; empty for the file as a whole
 * @param before values or options that it has no more, joined with commas, or empty
 * @param after values or options that it did not have before
 * @param why a clause without a full stop
 */
public record ImpactReason(Impact impact, Topic topic, String what, String before, String after, String why) {
    /** Returns whether a plan names the difference apart from its file. */
    boolean isNotice() {
        return topic == Topic.OPENING || topic == Topic.EXPOSURE;
    }

    /** Subject of a difference. */
    public enum Topic {
        /** The file as a whole, or a directive in it. */
        CONTENT,
        /** A directive that {@code raw} writes. */
        RAW,
        /** A way in or out of a tenant's networks. */
        OPENING,
        /** The exposure of a service in {@code systemd-analyze security}. */
        EXPOSURE
    }
}
