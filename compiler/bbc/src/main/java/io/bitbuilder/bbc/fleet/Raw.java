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
    public record Lines(List<String> values, Span at) {
        /** Copies. */
        public Lines {
            values = List.copyOf(values);
        }
    }
}
