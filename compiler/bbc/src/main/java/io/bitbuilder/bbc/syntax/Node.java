package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;

/** Syntax node with its place in the source. */
public interface Node {
    /** Returns its place in the source. */
    Span span();
}
