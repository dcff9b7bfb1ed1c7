package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.Optional;

/**
 * Evaluation budget of one owner's program. Work is charged before it is done; exceeding the budget is one finding, and
 * everything after it is silent.
 */
public final class Budget {
    /** Elements, or bytes of text, that are made at the price of one step. */
    private static final int ELEMENTS_A_STEP = 8;

    private static final int BYTES_A_STEP = 64;

    private final String owner;
    private final Optional<String> policy;
    private final Limit most;
    private final String exceeding;
    private final Limits limits;
    private final Findings findings;
    private long steps;
    private long blocks;
    private long compared;
    private boolean exhausted;

    /** Creates an unused budget; the owner is named in the finding. */
    public Budget(String owner, Limits limits, Findings findings) {
        this(
                owner,
                Optional.empty(),
                Limit.TENANT_STEPS,
                "the program of " + owner + " exceeds its evaluation steps",
                limits,
                findings);
    }

    private Budget(
            String owner, Optional<String> policy, Limit most, String exceeding, Limits limits, Findings findings) {
        this.owner = owner;
        this.policy = policy;
        this.most = most;
        this.exceeding = exceeding;
        this.limits = limits;
        this.findings = findings;
    }

    /** Creates the unused budget of one policy for the blocks of one owner. */
    public static Budget ofPolicy(String policy, String owner, Limits limits, Findings findings) {
        String exceeding = "policy " + policy + " exceeds its evaluation steps for " + owner;
        return new Budget(owner, Optional.of(policy), Limit.POLICY_STEPS, exceeding, limits, findings);
    }

    /** Returns whether steps or blocks are used up: the program of this owner is incomplete, and reported. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** Spends one step; returns false when none is left. */
    public boolean step(Span span) {
        return steps(1, span);
    }

    /** Spends steps; returns false when none is left. */
    public boolean steps(long count, Span span) {
        steps += count;
        return within(most, steps, span, exceeding);
    }

    /** Returns the steps that it has spent. */
    public long spent() {
        return steps;
    }

    /** Returns whether an unknown name may be compared with that many known ones, for a suggestion. */
    public boolean compares(long names) {
        compared += names;
        return compared <= limits.of(most);
    }

    /** Returns whether one more block may be made. */
    public boolean block(Span span) {
        blocks++;
        return within(Limit.TENANT_BLOCKS, blocks, span, "too many blocks of " + owner);
    }

    private boolean within(Limit limit, long used, Span span, String what) {
        if (!exhausted && used > limits.of(limit)) {
            exhausted = true;
            findings.add(exceeded(limit, span, what));
        }
        return !exhausted;
    }

    /** Returns whether a loop or list may have that many elements; checked and charged before they are made. */
    public boolean elements(Limit limit, long count, Span span) {
        return fits(limit, count, span, "this has " + count + " elements") && steps(count / ELEMENTS_A_STEP, span);
    }

    /** Returns whether a string of that length may be made; checked and charged before it is. */
    public boolean text(long length, Span span) {
        return fits(Limit.TEXT_BYTES, length, span, "this string has " + length + " characters")
                && steps(length / BYTES_A_STEP, span);
    }

    /** Returns whether a count of something is below a limit. */
    public boolean fits(Limit limit, long count, Span span, String what) {
        if (count <= limits.of(limit)) {
            return true;
        }
        findings.add(exceeded(limit, span, what));
        return false;
    }

    /**
     * Returns the finding; a policy that exceeds a limit is read as a whole, so nothing else is a consequence of it.
     */
    private Finding exceeded(Limit limit, Span span, String what) {
        return policy.map(name -> LimitFinding.of(
                        Code.POLICY_EXCEEDS_LIMIT,
                        limit,
                        limits,
                        span,
                        what,
                        "have policy `" + name + "` read fewer blocks"))
                .orElseGet(() -> LimitFinding.of(limit, limits, span, what));
    }
}
