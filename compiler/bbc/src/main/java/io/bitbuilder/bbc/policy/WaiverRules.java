package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a run judges waivers. Nobody but the platform can correct them, so none refuses the change of a tenant.
 *
 * @param unused code of a waiver that waives nothing
 * @param expired code of a waiver that no longer holds
 * @param date day on which the waivers must hold; without one, none expires
 */
public record WaiverRules(Code unused, Code expired, Optional<LocalDate> date) {
    /** Rules of a run that knows no date. */
    public static final WaiverRules DEFAULT = ofCheck(Optional.empty());

    /** Returns the rules for a fleet as it is, which may be that of a tenant's work tree. */
    public static WaiverRules ofCheck(Optional<LocalDate> date) {
        return new WaiverRules(Code.UNUSED_WAIVER, Code.EXPIRED_WAIVER, date);
    }

    /** Returns the rules for a change on the gate, of tenants under the platform of the base or of the platform. */
    public static WaiverRules ofChange(boolean platform, Optional<LocalDate> date) {
        return platform
                ? new WaiverRules(Code.UNUSED_WAIVER_IN_CHANGE, Code.EXPIRED_WAIVER, date)
                : new WaiverRules(Code.UNUSED_WAIVER, Code.EXPIRED_WAIVER_OF_BASE, date);
    }

    /** Returns the finding about a waiver that no longer holds. */
    Optional<Finding> end(Decl.Waiver waiver) {
        return waiver.until()
                .filter(until -> date.filter(day -> !day.isBefore(until)).isPresent())
                .map(until -> Finding.of(
                                expired,
                                waiver.span(),
                                "expired waiver of policy `" + waiver.policy() + "` for " + waiver.title()
                                        + ": it ended on " + until + ", and the date is " + date.orElseThrow())
                        .why("the reason was: " + waiver.reason())
                        .fix("correct the block and remove the waiver, or write a later date"));
    }
}
