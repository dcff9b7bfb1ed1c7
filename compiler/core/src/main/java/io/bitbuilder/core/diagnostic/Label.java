package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;

/** Place with its relation to the finding; the text may be empty. */
public record Label(Span span, String text) {}
