package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.source.Span;
import java.util.List;

/**
 * Verbatim values of a systemd directive, one line each, and the place that wrote them. Two are equal when they write
 * the same lines, wherever they are written.
 *
 * @param lines in systemd's notation, not empty, not yet validated
 */
public record DirectiveText(List<Line> lines, Span span) {
    /** Copies. */
    public DirectiveText {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param at the element of a list, or the whole value
     */
    public record Line(String text, Span at) {}

    private List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirectiveText text && texts().equals(text.texts());
    }

    @Override
    public int hashCode() {
        return texts().hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", texts());
    }
}
