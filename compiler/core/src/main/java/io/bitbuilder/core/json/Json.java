package io.bitbuilder.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** JSON value that bbc writes (RFC 8259, integers only). Members keep their insertion order. */
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

    /** Integer. */
    record Whole(long number) implements Json {}

    /** Boolean. */
    record Truth(boolean value) implements Json {}

    /** The null of JSON: a member without a value. */
    record Nothing() implements Json {}

    /** Returns a string. */
    static Json of(String text) {
        return new Text(text);
    }

    /** Returns a number. */
    static Json of(long number) {
        return new Whole(number);
    }

    /** Returns a boolean. */
    static Json of(boolean value) {
        return new Truth(value);
    }

    /** Returns an array of the values as strings, in their order. */
    static Json texts(Iterable<?> values) {
        List<Json> elements = new ArrayList<>();
        values.forEach(v -> elements.add(of(v.toString())));
        return new Elements(elements);
    }

    /** Returns the members of an object; none of another value. */
    default SequencedMap<String, Json> members() {
        return Collections.emptySortedMap();
    }

    /** Returns the elements of an array; none of another value. */
    default List<Json> elements() {
        return List.of();
    }

    /** Returns the string, or the number as a string; empty for other values. */
    default String text() {
        return this instanceof Whole(long number) ? Long.toString(number) : "";
    }

    /** Returns the member of an object; an empty object if it is missing. */
    default Json at(String member) {
        return members().getOrDefault(member, object().build());
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

        /** Adds a boolean. */
        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /** Adds the value as a string, or as a number if it is one; adds nothing if empty. */
        public Builder put(String name, Optional<?> value) {
            value.ifPresent(v -> put(name, v instanceof Long n ? Json.of(n) : Json.of(v.toString())));
            return this;
        }

        /** Adds an array. */
        public Builder put(String name, List<? extends Json> values) {
            return put(name, new Elements(List.copyOf(values)));
        }

        /** Returns the object. */
        public Members build() {
            return new Members(members);
        }
    }
}
