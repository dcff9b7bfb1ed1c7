package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;

/** Replacement of a span by a string. */
public record Edit(Span span, String text) {}
