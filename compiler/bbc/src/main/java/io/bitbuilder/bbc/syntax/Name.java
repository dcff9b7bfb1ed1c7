package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;

/** An identifier with its place. */
public record Name(String text, Span span) implements SyntaxNode {
    @Override
    public String toString() {
        return text;
    }
}
