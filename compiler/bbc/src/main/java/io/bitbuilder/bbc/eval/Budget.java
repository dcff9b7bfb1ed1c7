package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;

/** Evaluation budget of one owner's program; exceeding it is one finding, and everything after it is silent. */
public final class Budget {
    private final String owner;
    private final Limits limits;
    private final Findings findings;
    private long steps;
    private boolean exhausted;

    /** Creates an unused budget; the owner is named in the finding. */
    public Budget(String owner, Limits limits, Findings findings) {
        this.owner = owner;
        this.limits = limits;
        this.findings = findings;
    }

    /** Spends one step; returns false when none is left. */
    public boolean step(Span span) {
        if (!exhausted && ++steps > limits.of(Limit.TENANT_STEPS)) {
            exhausted = true;
            findings.add(LimitFinding.of(
                    Limit.TENANT_STEPS, limits, span, "the program of " + owner + " exceeds its evaluation steps"));
        }
        return !exhausted;
    }

    /** Returns whether a loop or list may have that many elements; checked before they are made. */
    public boolean elements(Limit limit, long count, Span span) {
        return fits(limit, count, span, "this has " + count + " elements");
    }

    /** Returns whether a string of that length may be made. */
    public boolean text(long length, Span span) {
        return fits(Limit.TEXT_BYTES, length, span, "this string has " + length + " characters");
    }

    private boolean fits(Limit limit, long count, Span span, String what) {
        if (count <= limits.of(limit)) {
            return true;
        }
        findings.add(LimitFinding.of(limit, limits, span, what));
        return false;
    }
}
