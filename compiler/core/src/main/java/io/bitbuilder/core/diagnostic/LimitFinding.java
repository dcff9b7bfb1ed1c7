package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;

/** Builds the finding for an exceeded limit without a separate code. */
public final class LimitFinding {
    private LimitFinding() {}

    /** Returns the finding that a limit is exceeded; {@code what} is a clause such as "the file has 70000 lines". */
    public static Finding of(Limit limit, Limits limits, Span span, String what) {
        return Finding.of(Code.LIMIT_EXCEEDED, span, what + " (limit " + limit.title() + ": " + limits.of(limit) + ")")
                .why("limits bound the cost of a run for any input")
                .fix("split it, or make it smaller");
    }
}
