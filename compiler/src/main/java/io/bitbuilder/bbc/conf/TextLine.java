package io.bitbuilder.bbc.conf;

import io.bitbuilder.bbc.source.Span;

/**
 * A line of a file of columns instead of assignments.
 *
 * @param text the stripped line, never empty
 * @param span its place
 */
public record TextLine(String text, Span span) {}
