package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.eval.EntryPlace;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Setting;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.source.Span;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plan by which one record is filled from one block, component by component. */
final class RecordPlan {
    private final Constructor<?> constructor;
    private final Kind kind;
    private final List<RecordPart> parts;
    private final List<String> added;

    RecordPlan(Class<?> type, Kind kind, List<RecordPart> parts) {
        this.constructor = canonical(type);
        this.kind = kind;
        this.parts = List.copyOf(parts);
        this.added = kind.fields().keySet().stream()
                .filter(path -> kind.fields().get(path).isAdded())
                .toList();
    }

    /** What a block itself does not have. */
    interface Context {
        /** Returns the records of the blocks in a block, in their order. */
        List<Object> nested(Block block, String word, Class<?> type);

        /** Returns the name of the data of a block on its host. */
        DataName data(Block block);

        /** Returns whether the platform is the built-in one. */
        boolean builtin();
    }

    List<RecordPart> parts() {
        return parts;
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** Returns the record, or empty if a required component is missing. All components are evaluated in any case. */
    Optional<Object> make(Block block, Context context) {
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(parts.get(i), block, context).orElse(null);
            whole &= values[i] != null;
        }
        whole &= added(block);
        if (!whole) {
            return Optional.empty();
        }
        try {
            return Optional.of(constructor.newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot construct " + constructor.getDeclaringClass().getSimpleName() + " from " + block.path(), e);
        }
    }

    /** Evaluates the fields that the platform has added; returns false if one is missing or invalid. */
    private boolean added(Block block) {
        boolean whole = true;
        for (String path : added) {
            whole &= block.value(path).isPresent() || block.stated(path) instanceof Value.None;
        }
        return whole;
    }

    private Optional<?> value(RecordPart part, Block block, Context context) {
        return switch (part) {
            case RecordPart.OwnName n -> Optional.of(block.name());
            case RecordPart.At a -> origins(block);
            case RecordPart.Data d -> Optional.of(context.data(block));
            case RecordPart.Builtin b -> Optional.of(context.builtin());
            case RecordPart.Plain p -> plain(p, block);
            case RecordPart.Assigned a -> a.assignment().apply(block.stated(a.path()), block.value(a.path()));
            case RecordPart.Inner i -> inner(i, block, context);
            case RecordPart.Blocks b -> Optional.of(context.nested(block, b.word(), b.element()));
        };
    }

    private static Optional<?> plain(RecordPart.Plain part, Block block) {
        Optional<Value> value = block.value(part.path());
        if (part.optional()) {
            if (block.stated(part.path()) instanceof Value.Error) {
                return Optional.empty();
            }
            return Optional.of(value.map(part.conversion()::apply));
        }
        return value.map(part.conversion()::apply);
    }

    private static Optional<?> inner(RecordPart.Inner part, Block block, Context context) {
        if (!part.optional()) {
            return part.plan().make(block, context);
        }
        return Optional.of(block.has(part.path()) ? part.plan().make(block, context) : Optional.empty());
    }

    private Optional<Origins> origins(Block block) {
        Map<String, Span> fields = new HashMap<>();
        Map<String, Map<String, EntryPlace>> entries = new HashMap<>();
        for (String path : kind.fields().keySet()) {
            block.written(path).ifPresent(span -> {
                fields.put(path, span);
                entries.put(path, block.entries(path));
            });
        }
        entries.values().removeIf(Map::isEmpty);
        return settings(block)
                .map(settings -> new Origins(
                        new Origin(block.span(), new Subject(block.kind(), block.path(), "")),
                        kind.fields().keySet(),
                        fields,
                        entries,
                        settings));
    }

    /** Returns the fields that are directives, or empty if one is missing or invalid. All are evaluated in any case. */
    private Optional<List<Setting>> settings(Block block) {
        List<Setting> settings = new ArrayList<>();
        boolean whole = true;
        for (Map.Entry<String, Field> entry : kind.fields().entrySet()) {
            String path = entry.getKey();
            Field field = entry.getValue();
            if (!field.writes().isEmpty() && isPresent(block, path)) {
                Optional<Value> value = block.value(path);
                whole &= value.isPresent()
                        || Type.isOptional(field.type()) && !(block.stated(path) instanceof Value.Error);
                field.writes().forEach(directive -> settings.add(new Setting(path, directive, field.type(), value)));
            }
        }
        return whole ? Optional.of(settings) : Optional.empty();
    }

    /** Returns false for a field of an optional nested block that is not written. */
    private boolean isPresent(Block block, String path) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String nested = path.substring(0, dot);
            if (kind.nestedBlock(nested).orElseThrow().optional() && !block.has(nested)) {
                return false;
            }
        }
        return true;
    }
}
