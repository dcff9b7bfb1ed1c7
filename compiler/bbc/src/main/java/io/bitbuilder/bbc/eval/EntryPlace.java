package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.source.Span;

/**
 * Places of an entry of a map. An element of a list or a set has one place, which is both.
 *
 * @param key the name
 * @param value the value's expression
 */
public record EntryPlace(Span key, Span value) {
    /** Returns the places of an element. */
    static EntryPlace of(Span element) {
        return new EntryPlace(element, element);
    }
}
