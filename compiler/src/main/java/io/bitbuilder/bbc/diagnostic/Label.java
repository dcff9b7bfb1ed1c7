package io.bitbuilder.bbc.diagnostic;

import io.bitbuilder.bbc.source.Span;

/** A place and what it has to do with the finding; the text may be empty. */
public record Label(Span span, String text) {}
