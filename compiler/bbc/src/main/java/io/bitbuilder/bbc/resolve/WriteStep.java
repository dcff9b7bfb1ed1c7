package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.source.Span;

/** One step between a block and a write into it from elsewhere. */
public sealed interface WriteStep {
    /**
     * A profile that is used.
     *
     * @param title its name, with its arguments in parentheses if it has parameters
     * @param declared where it is declared
     */
    record Profile(String title, Span declared) implements WriteStep {}

    /** The defaults of a kind, written in a platform or a tenant. */
    record Defaults(String kind) implements WriteStep {}
}
