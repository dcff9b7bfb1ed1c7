package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.bind.RecordCopies;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Components of a record that are empty wherever they occur, so that a mutation of them shows nothing. */
final class SampleGaps {
    private final Set<String> empty = new TreeSet<>();
    private final Set<String> filled = new TreeSet<>();

    private SampleGaps() {}

    /** Returns the paths, such as {@code tenants.containers.env}. */
    static Set<String> of(Record value) {
        SampleGaps gaps = new SampleGaps();
        gaps.add("", value);
        gaps.empty.removeAll(gaps.filled);
        return gaps.empty;
    }

    private void add(String path, Object value) {
        switch (value) {
            case Collection<?> c -> {
                mark(path, c.isEmpty());
                c.forEach(element -> add(path, element));
            }
            case Map<?, ?> m -> mark(path, m.isEmpty());
            case Optional<?> o -> {
                mark(path, o.isEmpty());
                o.ifPresent(v -> add(path, v));
            }
            case Record r -> record(path, r);
            default -> {}
        }
    }

    private void mark(String path, boolean isEmpty) {
        (isEmpty ? empty : filled).add(path);
    }

    private void record(String path, Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (!component.getName().equals("at")) {
                String name = component.getName();
                add(path.isEmpty() ? name : path + "." + name, RecordCopies.part(value, component));
            }
        }
    }
}
