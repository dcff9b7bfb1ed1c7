package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;

/**
 * Replacement of a span by a string.
 *
 * @param span the characters that are replaced; empty to insert
 * @param text the new characters; empty to delete
 */
public record TextEdit(Span span, String text) {}
