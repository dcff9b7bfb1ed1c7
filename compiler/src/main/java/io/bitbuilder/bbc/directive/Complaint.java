package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.diagnostic.Effect;

/**
 * One thing that systemd finds wrong with a value.
 *
 * @param effect what systemd does then
 * @param reason a clause without a full stop that names the offending word where there are several
 */
public record Complaint(Effect effect, String reason) {

    /** The line is left out. */
    public static Complaint ignored(String reason) {
        return new Complaint(Effect.LINE_IGNORED, reason);
    }

    /** One word of it is left out. */
    public static Complaint part(String reason) {
        return new Complaint(Effect.PART_IGNORED, reason);
    }

    /** The unit is not loaded. */
    public static Complaint refused(String reason) {
        return new Complaint(Effect.UNIT_REFUSED, reason);
    }
}
