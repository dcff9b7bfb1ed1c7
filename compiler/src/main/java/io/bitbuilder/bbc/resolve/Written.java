package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/** Origin of a field's value: the winning place, the profiles or defaults it came through (outermost first), the overridden places. */
public record Written(Span span, List<String> via, List<Span> overrode) {
    /** Copies. */
    public Written {
        via = List.copyOf(via);
        overrode = List.copyOf(overrode);
    }
}
