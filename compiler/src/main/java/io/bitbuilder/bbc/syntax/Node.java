package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.source.Span;

/** Whatever has a place in the source. */
public interface Node {
    /** Where it stands. */
    Span span();
}
