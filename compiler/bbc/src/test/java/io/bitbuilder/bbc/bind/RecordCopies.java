package io.bitbuilder.bbc.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records by the names of their components, so that a new component changes no test. */
public final class RecordCopies {
    private RecordCopies() {}

    /** Returns a copy with another value of one component. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R value, String component, Object changed) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] parts = parts(value);
        int at =
                Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(component);
        parts[at] = changed;
        return (R) rebuilt(value, parts);
    }

    /** Returns the values of all components. */
    public static Object[] parts(Record value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(c -> part(value, c))
                .toArray();
    }

    /** Returns the value of a component. */
    public static Object part(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a record of the same type with these values. */
    public static Object rebuilt(Record value, Object[] parts) {
        Class<?>[] types = Arrays.stream(value.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
