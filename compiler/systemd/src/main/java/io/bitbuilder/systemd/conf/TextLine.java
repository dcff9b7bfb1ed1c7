package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.Span;

/**
 * A line of a file of columns instead of assignments.
 *
 * @param text the stripped line, never empty
 * @param span its place
 */
public record TextLine(String text, Span span) {}
