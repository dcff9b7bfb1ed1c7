package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/** Who wrote a field: the place that won, the profiles or defaults it came through (outermost first), the places it beat. */
public record Written(Span span, List<String> via, List<Span> overrode) {
    /** Copies. */
    public Written {
        via = List.copyOf(via);
        overrode = List.copyOf(overrode);
    }
}
