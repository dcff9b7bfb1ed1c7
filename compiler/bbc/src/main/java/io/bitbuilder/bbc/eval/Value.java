package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.core.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evaluated value. Equal values have equal text ({@link ValueFormatter#text}); sets and maps are sorted by it. */
public sealed interface Value {
    /**
     * A scalar: {@link Boolean}, {@link Long} (Int, Port), {@link java.math.BigDecimal} (Decimal), {@link String}
     * (Text, Path, Name and the other string types), or a record of package {@code value}.
     */
    record Scalar(Object of) implements Value {}

    /** Enum member by its position. */
    record Word(EnumType of, int ordinal) implements Value {
        /** Returns the word. */
        public String word() {
            return of.words().get(ordinal);
        }
    }

    /** Reference to an existing block of that kind and name. */
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
            members = members.stream().distinct().sorted(ValueFormatter.ORDER).toList();
        }
    }

    /** A map or a record; keys sorted. */
    record Entries(SortedMap<String, Value> entries) implements Value {
        /** Copies. */
        public Entries {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }
    }

    /** Result of a constructor: {@code directory("/x")}, {@code offset(10)}. */
    record Constructed(String function, Value argument) implements Value {}

    /** Block or nested block; only inside expressions, never the value of a field. */
    record Place(Entity of) implements Value {}

    /**
     * Value that waits for the allocation of that field, named by its path, {@code acme/front/subnet}; the span is the
     * place that needs it.
     */
    record Late(String claim, Span span) implements Value {}

    /** {@code auto}: the allocator decides. */
    record Auto() implements Value {}

    /** {@code none}: an optional field without a value. */
    record None() implements Value {}

    /**
     * Error that has been reported; consequences are silent. The suppressor of findings knows files and owners that
     * reading damaged; this one follows a single value, through any file that uses it.
     */
    record Error() implements Value {}

    /** The one {@code auto}. */
    Value AUTO = new Auto();

    /** The one {@code none}. */
    Value NONE = new None();

    /** The one error. */
    Value ERROR = new Error();

    /** Returns a scalar. */
    static Value of(Object scalar) {
        return new Scalar(scalar);
    }
}
