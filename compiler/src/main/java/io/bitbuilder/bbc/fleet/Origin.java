package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/**
 * Who wrote a field: the place of the value that won, the profiles or defaults it came through (outermost first; empty when
 * the block wrote it itself), and the places of the values that it beat.
 */
public record Origin(Span span, List<String> via, List<Span> overrode) {
    /** Copies. */
    public Origin {
        via = List.copyOf(via);
        overrode = List.copyOf(overrode);
    }

    /** Written directly at that place. */
    public static Origin at(Span span) {
        return new Origin(span, List.of(), List.of());
    }
}
