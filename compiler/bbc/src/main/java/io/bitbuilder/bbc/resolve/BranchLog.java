package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;

/** Observes which branches of conditions and loops the evaluation takes, for the coverage of tests. */
public interface BranchLog {
    /** Observes nothing. */
    BranchLog NONE = (guard, outcome) -> {};

    /** Notes that a block uses a profile. */
    default void used(Decl.Profile profile) {}

    /**
     * Notes that statements are evaluated under a guard.
     *
     * @param guard the condition, or the expression that a loop runs over
     * @param outcome value of the condition; true for a loop
     */
    void taken(Expr guard, boolean outcome);
}
