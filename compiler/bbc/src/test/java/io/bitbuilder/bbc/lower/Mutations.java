package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.bind.RecordCopies;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.scalar.Size;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Copies of a record that differ in one field each: walks components, so that a new field is found by itself. */
final class Mutations {
    private final List<Mutation> found = new ArrayList<>();

    private Mutations() {}

    /** A copy with another value at a path such as {@code tenants.containers.memory.limit}. */
    record Mutation(String path, Object value) {}

    static List<Mutation> of(Object value) {
        return mutations("", value);
    }

    private static List<Mutation> mutations(String path, Object value) {
        Mutations all = new Mutations();
        all.add(path, value);
        return all.found;
    }

    private void add(String path, Object value) {
        switch (value) {
            case Record r when isScalar(r) -> scalar(path, r);
            case Record r -> record(path, r);
            case List<?> l -> list(path, l);
            case Set<?> s -> put(path, changed(s));
            case Map<?, ?> m -> put(path, changed(m));
            case Optional<?> o -> optional(path, o);
            case Enum<?> e -> {
                Object[] words = e.getDeclaringClass().getEnumConstants();
                put(path, words[(e.ordinal() + 1) % words.length]);
            }
            case Boolean b -> put(path, !b);
            case Integer i -> put(path, i + 1);
            case Long l -> put(path, l + 1);
            case String s -> put(path, s.startsWith("/") ? s + "/x" : s + "x");
            default -> throw new AssertionError("no way to change a " + value.getClass());
        }
    }

    private void put(String path, Object value) {
        found.add(new Mutation(path, value));
    }

    private static boolean isScalar(Record value) {
        String owner = value.getClass().getPackageName();
        return owner.equals(Size.class.getPackageName()) || owner.equals(Subnet4.class.getPackageName());
    }

    /** A scalar is one field: its first component moves by a step that keeps it legal. */
    private void scalar(String path, Record value) {
        Object[] parts = RecordCopies.parts(value);
        parts[0] = switch (parts[0]) {
            case Long l -> l + 1;
            case Integer i -> i + 1;
            case String s -> s + "x";
            case Record r -> shifted(r);
            default -> throw new AssertionError(value);
        };
        put(path, RecordCopies.rebuilt(value, parts));
    }

    private static Object shifted(Record address) {
        Object[] bits = RecordCopies.parts(address);
        bits[0] = bits[0] instanceof Integer i ? (Object) (i + (1 << 20)) : (Object) ((Long) bits[0] + 1);
        return RecordCopies.rebuilt(address, bits);
    }

    private void record(String path, Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            String name = components[at].getName();
            if (name.equals("at")) {
                continue;
            }
            Object[] parts = RecordCopies.parts(value);
            for (Mutation inner : mutations(path.isEmpty() ? name : path + "." + name, parts[at])) {
                Object[] copy = parts.clone();
                copy[at] = inner.value();
                put(inner.path(), RecordCopies.rebuilt(value, copy));
            }
        }
    }

    private void list(String path, List<?> values) {
        for (int at = 0; at < values.size(); at++) {
            for (Mutation inner : mutations(path, values.get(at))) {
                List<Object> copy = new ArrayList<>(values);
                copy.set(at, inner.value());
                put(inner.path(), copy);
            }
        }
        if (!values.isEmpty()) {
            put(path + "[]", values.subList(1, values.size()));
        }
    }

    private void optional(String path, Optional<?> value) {
        value.ifPresent(v -> {
            mutations(path, v).forEach(inner -> put(inner.path(), Optional.of(inner.value())));
            put(path + "?", Optional.empty());
        });
    }

    private static Object changed(Set<?> values) {
        if (values.isEmpty()) {
            return values;
        }
        Set<Object> copy = new LinkedHashSet<>(values);
        copy.remove(values.iterator().next());
        return copy;
    }

    private static Object changed(Map<?, ?> values) {
        Map<Object, Object> copy = new TreeMap<>(values);
        copy.replaceAll((k, v) -> mutations("", v).getFirst().value());
        return copy;
    }
}
