package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Expectation of a test. */
public sealed interface Expected extends SyntaxNode {
    /** {@code expect t.c.memory.limit == 2GiB}: a condition over evaluated values. */
    record Holds(Expr condition, Span span) implements Expected {}

    /**
     * {@code expect error NET004 in { tenant t { … } }}: the blocks, with those of the test, have findings of this
     * code, and no error besides.
     *
     * @param error whether they must be errors; else warnings
     * @param code a code, or the name of a policy
     */
    record Reports(boolean error, Name code, List<Decl.TopLevelBlock> blocks, Span span) implements Expected {
        /** Copies. */
        public Reports {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * {@code expect unit("t.c") has Service.MemoryMax = 2GiB}: a directive of a compiled file.
     *
     * @param source {@code unit} or {@code file}, with one argument
     * @param absent whether it must not be there: {@code has not}
     * @param value any value if empty
     */
    record Has(Expr.Call source, boolean absent, Name section, Name key, Optional<Expr> value, Span span)
            implements Expected {}
}
