package io.bitbuilder.bbc.diagnostic;

import io.bitbuilder.bbc.source.Span;

/** Replace what the span covers by a text. */
public record Edit(Span span, String text) {}
