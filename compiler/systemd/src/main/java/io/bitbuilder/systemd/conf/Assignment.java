package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.Span;

/**
 * A line {@code Key=Value} as systemd reads it.
 *
 * @param header the section header above it
 * @param value the characters after the first {@code =}, continued lines joined, outer blanks removed
 * @param keySpan place of the key; in continued lines, of the last line, whose number systemd reports
 * @param span place of the value, likewise
 */
public record Assignment(SectionHeader header, String key, String value, Span keySpan, Span span) {

    /** Returns the name of its section, {@code -} in files without sections. */
    public String section() {
        return header.name();
    }

    /** Returns the line that systemd reports, from 1. */
    public int line() {
        return span.line();
    }
}
