package io.bitbuilder.bbc.conf;

import io.bitbuilder.bbc.source.Span;

/**
 * A line of a file that is a table, not a list of assignments.
 *
 * @param text the line without blanks at both ends, never empty
 * @param span its place
 */
public record TextLine(String text, Span span) {}
