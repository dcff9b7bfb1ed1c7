package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;

/** Syntax node with its place in the source. */
public interface SyntaxNode {
    /** Returns its place in the source. */
    Span span();
}
