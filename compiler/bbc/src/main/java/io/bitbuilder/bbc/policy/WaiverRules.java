package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a run judges waivers.
 *
 * @param complete whether an unused waiver is an error: a change of the platform on the gate
 * @param date day on which the waivers must hold; without one, none expires
 */
public record WaiverRules(boolean complete, Optional<LocalDate> date) {
    /** Rules of a run that reports unused waivers as warnings and knows no date. */
    public static final WaiverRules DEFAULT = new WaiverRules(false, Optional.empty());

    /** Returns the code of an unused waiver. */
    Code unused() {
        return complete ? Code.UNUSED_WAIVER_IN_CHANGE : Code.UNUSED_WAIVER;
    }

    /** Returns the finding about a waiver that no longer holds. */
    Optional<Finding> expired(Decl.Waiver waiver) {
        return waiver.until()
                .filter(until -> date.filter(day -> !day.isBefore(until)).isPresent())
                .map(until -> Finding.of(
                                Code.EXPIRED_WAIVER,
                                waiver.span(),
                                "expired waiver of policy `" + waiver.policy() + "` for " + waiver.title()
                                        + ": it held until " + until + ", and the date is " + date.orElseThrow())
                        .why("the reason was: " + waiver.reason())
                        .fix("correct the block and remove the waiver, or write a later date"));
    }
}
