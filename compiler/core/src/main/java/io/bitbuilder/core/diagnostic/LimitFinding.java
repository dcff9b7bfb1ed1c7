package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;

/** Builds the finding for an exceeded limit without a separate code. */
public final class LimitFinding {
    private LimitFinding() {}

    /** Returns the finding that a limit is exceeded; {@code what} is a clause such as "the file has 70000 lines". */
    public static Finding of(Limit limit, Limits limits, Span span, String what) {
        return of(Code.LIMIT_EXCEEDED, limit, limits, span, what, "split it, or make it smaller");
    }

    /** Returns the finding of a code of its own; {@code remedy} is the fix that needs no higher limit. */
    public static Finding of(Code code, Limit limit, Limits limits, Span span, String what, String remedy) {
        long value = limits.of(limit);
        Finding finding = Finding.of(code, span, what + " (limit " + limit.title() + ": " + limit.text(value) + ")")
                .why("limits bound the cost of a run for any input")
                .fix(remedy);
        long more = Math.min(2 * value, limit.ceiling());
        return more > value
                ? finding.fix("or have the platform raise the limit in its block: `limits { " + limit.title() + " = "
                        + limit.text(more) + " }`")
                : finding;
    }
}
