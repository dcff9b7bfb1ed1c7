package io.bitbuilder.bbc.diagnostic;

import io.bitbuilder.bbc.source.Span;

/** Replacement of a span by a text. */
public record Edit(Span span, String text) {}
