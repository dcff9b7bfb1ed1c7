package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An evaluated value. Equal values have equal texts ({@link Values#text}); sets and maps are sorted by them. */
public sealed interface Value {
    /**
     * A scalar: {@link Boolean}, {@link Long} (Int, Port), {@link java.math.BigDecimal} (Decimal), {@link String} (Text, Path, Name and
     * the other texts), or a record of package {@code value}.
     */
    record Scalar(Object of) implements Value {}

    /** A word of an enum by its place in it. */
    record Word(EnumType of, int ordinal) implements Value {
        /** The word. */
        public String word() {
            return of.words().get(ordinal);
        }
    }

    /** A reference to a block of that kind and name, which exists. */
    record Ref(String kind, String name) implements Value {}

    /** A list. */
    record Items(List<Value> items) implements Value {
        /** Copies. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A set: each member once, sorted. */
    record Members(List<Value> members) implements Value {
        /** Sorts, drops repeats, copies. */
        public Members {
            members = members.stream().distinct().sorted(Values.ORDER).toList();
        }
    }

    /** A map or a record; keys sorted. */
    record Entries(SortedMap<String, Value> entries) implements Value {
        /** Copies. */
        public Entries {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }
    }

    /** What a constructor made: {@code directory("/x")}, {@code offset(10)}. */
    record Made(String function, Value argument) implements Value {}

    /** A block or a nested block; it stands in expressions only, no field holds one. */
    record Place(Entity of) implements Value {}

    /** Waits for the allocation of that field, named by its path, {@code acme/front/subnet}; the span is where it was asked for. */
    record Late(String claim, Span span) implements Value {}

    /** {@code auto}: the allocator decides. */
    record Auto() implements Value {}

    /** {@code none}: an optional without a value. */
    record None() implements Value {}

    /** A finding has been made; what follows is silent. */
    record Error() implements Value {}

    /** The one {@code auto}. */
    Value AUTO = new Auto();

    /** The one {@code none}. */
    Value NONE = new None();

    /** The one error. */
    Value ERROR = new Error();

    /** A scalar. */
    static Value of(Object scalar) {
        return new Scalar(scalar);
    }
}
