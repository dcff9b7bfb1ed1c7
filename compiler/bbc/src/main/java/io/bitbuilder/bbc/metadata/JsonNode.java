package io.bitbuilder.bbc.metadata;

import io.bitbuilder.core.source.Span;
import java.util.List;

/** JSON value with its place. Numbers are kept as written: nothing is converted before it is checked. */
sealed interface JsonNode {
    /** Returns its place, including quotes and brackets. */
    Span span();

    /** An object; keys are unique. */
    record Object(List<Member> members, Span span) implements JsonNode {
        /** Copies. */
        public Object {
            members = List.copyOf(members);
        }
    }

    /** An array. */
    record Array(List<JsonNode> elements, Span span) implements JsonNode {
        /** Copies. */
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A string, decoded. */
    record Text(String value, Span span) implements JsonNode {}

    /** A number as written. */
    record Number(String text, Span span) implements JsonNode {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Span span) implements JsonNode {}

    /** {@code null}. */
    record Null(Span span) implements JsonNode {}

    /** A key and its value. */
    record Member(String key, Span keySpan, JsonNode value) {
        /** Returns the place of key and value. */
        Span span() {
            return keySpan.to(value.span());
        }
    }

    /** Returns its type for messages. */
    default String what() {
        return switch (this) {
            case Object o -> "an object";
            case Array a -> "a list";
            case Text t -> "a string";
            case Number n -> "a number";
            case Bool b -> "`" + b.value() + "`";
            case Null n -> "`null`";
        };
    }
}
