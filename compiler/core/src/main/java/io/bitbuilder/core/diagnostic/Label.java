package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;

/**
 * Place with its relation to the finding.
 *
 * @param span the marked characters
 * @param text a few words about the place; may be empty
 */
public record Label(Span span, String text) {}
