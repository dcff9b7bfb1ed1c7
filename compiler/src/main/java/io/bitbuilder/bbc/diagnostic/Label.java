package io.bitbuilder.bbc.diagnostic;

import io.bitbuilder.bbc.source.Span;

/** Place with its relation to the finding; the text may be empty. */
public record Label(Span span, String text) {}
