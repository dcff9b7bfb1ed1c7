package io.bitbuilder.bbc.imports;

import io.bitbuilder.bbc.format.ProgramBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Block that is being made: fields, lists and comments. Values are text of the language. */
class Draft {
    private final String name;
    private final List<String> notes = new ArrayList<>();
    private final SequencedMap<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final SequencedMap<String, SequencedSet<String>> lists = new LinkedHashMap<>();

    Draft(String name) {
        this.name = name;
    }

    /** Returns the name of the block. */
    final String name() {
        return name;
    }

    /** Adds a comment; the string may be anything. */
    final void note(String text) {
        notes.add(text);
    }

    /** Sets a field, {@code memory.limit}; returns false if it has another value. */
    final boolean set(String path, String value) {
        String before = fields.putIfAbsent(path, value);
        return before == null || before.equals(value);
    }

    /**
     * Sets a field; a later assignment of the same key replaces the value.
     *
     * @return the other value that it had
     */
    final Optional<String> assign(String path, String key, String value) {
        Optional<String> before = get(path).filter(was -> !was.equals(value));
        if (keys.putIfAbsent(path, key) == null || keys.get(path).equals(key)) {
            fields.put(path, value);
        }
        return before;
    }

    /** Returns the value of a field. */
    final Optional<String> get(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** Adds an element to a list. */
    final void add(String path, String element) {
        lists.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(element);
    }

    /** Writes the comments, then the fields. */
    void write(ProgramBlock block) {
        notes.forEach(block::comment);
        fields.forEach((path, value) -> field(block, path, value));
        for (Map.Entry<String, SequencedSet<String>> list : lists.entrySet()) {
            field(block, list.getKey(), "[" + String.join(", ", list.getValue()) + "]");
        }
    }

    private static void field(ProgramBlock block, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            block.field(path, value);
        } else {
            field(block.nested(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }
}
