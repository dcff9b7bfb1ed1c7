package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;

/** Replacement of a span by a string. */
public record TextEdit(Span span, String text) {}
