package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;
import java.util.List;

/** {@code { … }}: statements in written order, which has no meaning. */
public record Body(List<Stmt> stmts, Span span) implements SyntaxNode {
    /** Copies. */
    public Body {
        stmts = List.copyOf(stmts);
    }
}
