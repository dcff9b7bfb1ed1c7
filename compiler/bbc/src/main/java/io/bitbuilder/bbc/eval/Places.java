package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places of the elements and entries of one value. Those of other values, such as locals that it reads, are ignored.
 */
final class Places {
    /** Keeps nothing. */
    static final Places CLOSED = new Places(null);

    private final @Nullable Span within;
    private final Map<String, EntryPlace> byText = new HashMap<>();

    /** Creates the places of an expression's value. */
    Places(@Nullable Span within) {
        this.within = within;
    }

    /** Adds an element, or its new place; one that has elements itself is not looked for. */
    void add(Value element, Span place) {
        if (element instanceof Value.Scalar || element instanceof Value.Word || element instanceof Value.Ref) {
            put(ValueFormatter.text(element), EntryPlace.of(place));
        }
    }

    /** Adds an entry. */
    void put(String name, EntryPlace place) {
        if (within != null && within.contains(place.value())) {
            byText.put(name, place);
        }
    }

    /** Returns the place of an element, if the expression itself writes it. */
    Optional<Span> of(Value element) {
        return Optional.ofNullable(byText.get(ValueFormatter.text(element))).map(EntryPlace::value);
    }

    Map<String, EntryPlace> byText() {
        return byText;
    }
}
