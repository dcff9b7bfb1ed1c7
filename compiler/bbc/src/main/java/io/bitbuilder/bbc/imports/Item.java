package io.bitbuilder.bbc.imports;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Value in a file of another tool, with its line from 1. */
sealed interface Item {
    /** Returns the line. */
    int line();

    /** A string, a number, a truth value or nothing, as written. */
    record Scalar(String text, int line) implements Item {}

    /** No value: {@code key:} of YAML. */
    record Nothing(int line) implements Item {}

    /** A list. */
    record Sequence(List<Item> elements, int line) implements Item {
        /** Copies. */
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** Keys and values, in their order. */
    record Mapping(SequencedMap<String, Item> entries, int line) implements Item {
        /** Returns the value of a key; an empty scalar if it is missing. */
        Item at(String key) {
            return entries.getOrDefault(key, new Scalar("", line));
        }
    }

    /** Returns it on one line, for a comment. */
    default String text() {
        return switch (this) {
            case Scalar(String text, int l) -> text;
            case Nothing nothing -> "";
            case Sequence(List<Item> elements, int l) ->
                elements.stream().map(Item::text).collect(Collectors.joining(", ", "[", "]"));
            case Mapping(SequencedMap<String, Item> entries, int l) ->
                entries.entrySet().stream().map(Item::text).collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    private static String text(Map.Entry<String, Item> entry) {
        return entry.getKey() + ": " + entry.getValue().text();
    }

    /** Returns the elements of a list, or the value itself; none of nothing. */
    default List<Item> elements() {
        return switch (this) {
            case Scalar(String text, int l) -> text.isEmpty() ? List.of() : List.of(this);
            case Nothing nothing -> List.of();
            case Sequence sequence -> sequence.elements;
            case Mapping mapping -> List.of(this);
        };
    }

    /** Returns the entries of a mapping; none of other values. */
    default Map<String, Item> asMap() {
        return this instanceof Mapping mapping ? mapping.entries : Map.of();
    }
}
