package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;

/**
 * Directives that are written verbatim into one section of one file.
 *
 * @param directives values by key
 */
public record Raw(RawTarget target, Map<String, Lines> directives, Origins at) {
    /**
     * Values of one directive, one line each.
     *
     * @param at the place that writes them; its file determines the owner
     */
    public record Lines(List<Line> lines, Span at) {
        /** Copies. */
        public Lines {
            lines = List.copyOf(lines);
        }

        /** Returns the values. */
        public List<String> values() {
            return lines.stream().map(Line::value).toList();
        }
    }

    /**
     * Value of one line.
     *
     * @param at the element of a list, or the place of the directive's value
     */
    public record Line(String value, Span at) {}
}
