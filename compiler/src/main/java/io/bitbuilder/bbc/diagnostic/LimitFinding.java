package io.bitbuilder.bbc.diagnostic;

import io.bitbuilder.bbc.source.Limit;
import io.bitbuilder.bbc.source.Limits;
import io.bitbuilder.bbc.source.Span;

/** The one form in which a limit that has no code of its own is reported. */
public final class LimitFinding {
    private LimitFinding() {}

    /** Says that what is above the limit; what is a clause like "the file has 70000 lines". */
    public static Finding of(Limit limit, Limits limits, Span span, String what) {
        return Finding.of(Code.LIM001, span, what + ", and " + limits.of(limit) + " is the most (" + limit.title() + ")")
                .why("limits keep the cost of a run small, whatever it is given")
                .fix(limits.of(limit) < limit.ceiling()
                        ? "split it up, or ask the platform to raise `" + limit.title() + "`; the most it can set is " + limit.ceiling()
                        : "make it shorter; this limit cannot be raised");
    }
}
