package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/**
 * Origin of a field: the place of the winning value, the profiles or defaults that it came through (outermost first; empty if
 * the block wrote it itself), and the places of the values that it overrides.
 */
public record Origin(Span span, List<String> via, List<Span> overrode) {
    /** Copies. */
    public Origin {
        via = List.copyOf(via);
        overrode = List.copyOf(overrode);
    }

    /** Returns the origin of a value written directly at that place. */
    public static Origin at(Span span) {
        return new Origin(span, List.of(), List.of());
    }
}
