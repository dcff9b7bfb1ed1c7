package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.source.Span;
import java.util.List;

/**
 * Verbatim values of a systemd directive, one line each, and the place that wrote them. Two are equal when they write
 * the same lines, wherever they are written.
 *
 * @param lines in systemd's notation, not empty, not yet validated
 */
public record DirectiveText(List<String> lines, Span span) {
    /** Copies. */
    public DirectiveText {
        lines = List.copyOf(lines);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirectiveText(List<String> others, Span at) && lines.equals(others);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", lines);
    }
}
