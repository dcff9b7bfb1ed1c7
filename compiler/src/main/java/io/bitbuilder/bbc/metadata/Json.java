package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/** A JSON value with its place. Numbers are kept as written: nothing is ever converted before it is checked. */
sealed interface Json {
    /** Where it stands; quotes and brackets included. */
    Span span();

    /** An object; keys are unique. */
    record Object(List<Member> members, Span span) implements Json {
        /** Copies. */
        public Object {
            members = List.copyOf(members);
        }
    }

    /** An array. */
    record Array(List<Json> elements, Span span) implements Json {
        /** Copies. */
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A string, decoded. */
    record Text(String value, Span span) implements Json {}

    /** A number as written. */
    record Number(String text, Span span) implements Json {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Span span) implements Json {}

    /** {@code null}. */
    record Null(Span span) implements Json {}

    /** A key and its value. */
    record Member(String key, Span keySpan, Json value) {
        /** Key and value. */
        Span span() {
            return keySpan.to(value.span());
        }
    }

    /** What it is, in words. */
    default String what() {
        return switch (this) {
            case Object o -> "an object";
            case Array a -> "a list";
            case Text t -> "a text";
            case Number n -> "a number";
            case Bool b -> "`" + b.value() + "`";
            case Null n -> "`null`";
        };
    }
}
