package io.bitbuilder.bbc.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Values of a JSON text that bbc writes (RFC 8259, whole numbers only). Members keep the order in which they were put. */
public sealed interface Json {
    /** An object. */
    record Members(SequencedMap<String, Json> members) implements Json {
        /** Copies. */
        public Members {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record Elements(List<Json> elements) implements Json {
        /** Copies. */
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** A string. */
    record Text(String text) implements Json {}

    /** A whole number. */
    record Whole(long number) implements Json {}

    /** A truth value. */
    record Truth(boolean value) implements Json {}

    /** A string. */
    static Json of(String text) {
        return new Text(text);
    }

    /** A number. */
    static Json of(long number) {
        return new Whole(number);
    }

    /** A truth value. */
    static Json of(boolean value) {
        return new Truth(value);
    }

    /** An array of the values' texts, in their order. */
    static Json texts(Iterable<?> values) {
        List<Json> elements = new ArrayList<>();
        values.forEach(v -> elements.add(of(v.toString())));
        return new Elements(elements);
    }

    /** Starts an object. */
    static Builder object() {
        return new Builder();
    }

    /** Collects the members of an object. */
    final class Builder {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a member. */
        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        /** Adds a string. */
        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        /** Adds a number. */
        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        /** Adds a truth value. */
        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /** Adds a string when there is one; the value's own text is taken. */
        public Builder put(String name, Optional<?> value) {
            value.ifPresent(v -> put(name, v instanceof Long n ? Json.of(n) : Json.of(v.toString())));
            return this;
        }

        /** Adds an array. */
        public Builder put(String name, List<? extends Json> values) {
            return put(name, new Elements(List.copyOf(values)));
        }

        /** The object. */
        public Members build() {
            return new Members(members);
        }
    }
}
