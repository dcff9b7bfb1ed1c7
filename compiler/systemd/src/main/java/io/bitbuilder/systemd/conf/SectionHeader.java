package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.Span;

/**
 * A section header. Two of one name are two sections.
 *
 * @param name the name between the brackets; {@code -} for files without sections
 * @param index how many headers came before it, ignored ones included
 */
public record SectionHeader(String name, int index, Span span) {
    /** Section name in files without sections. */
    public static final String NONE = "-";
}
