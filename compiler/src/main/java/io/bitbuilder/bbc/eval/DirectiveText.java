package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/**
 * Values of a directive that is written as it stands, one line each, and the place that says so. Two are equal when they write the
 * same lines, wherever they are said.
 *
 * @param lines in systemd's notation, not empty; nothing has been judged
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
