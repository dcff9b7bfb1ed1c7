package io.bitbuilder.bbc.eval;

import java.util.Map;

/**
 * Value of an expression, with the places where it writes elements and entries.
 *
 * @param places by the text of an element or the name of an entry, of those that the expression itself writes; of equal
 *     elements the last
 */
public record PlacedValue(Value value, Map<String, EntryPlace> places) {
    /** Error that has been reported. */
    public static final PlacedValue ERROR = new PlacedValue(Value.ERROR, Map.of());

    /** Copies. */
    public PlacedValue {
        places = Map.copyOf(places);
    }

    /** Returns a value without elements. */
    public static PlacedValue of(Value value) {
        return new PlacedValue(value, Map.of());
    }
}
