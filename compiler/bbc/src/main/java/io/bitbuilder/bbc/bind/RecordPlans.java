package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plans by which records are filled from kinds, made once for each record. */
final class RecordPlans {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private final Schema schema;
    private final Map<Class<?>, RecordPlan> plans = new HashMap<>();

    RecordPlans(Schema schema) {
        this.schema = schema;
    }

    /** Returns the plan of a record for a kind. */
    RecordPlan of(Class<?> type, String kind) {
        RecordPlan known = plans.get(type);
        if (known == null) {
            known = plan(type, schema.kind(kind).orElseThrow(), "");
            plans.put(type, known);
        }
        return known;
    }

    private RecordPlan plan(Class<?> type, Kind kind, String prefix) {
        List<RecordPart> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(part(component, kind, prefix));
        }
        return new RecordPlan(type, kind, parts);
    }

    private RecordPart part(RecordComponent component, Kind kind, String prefix) {
        String word = kebab(component.getName());
        String path = prefix + word;
        if (prefix.isEmpty() && kind.field(path).isEmpty()) {
            switch (component.getName()) {
                case "name" -> {
                    return new RecordPart.OwnName();
                }
                case "at" -> {
                    return new RecordPart.At();
                }
                case "builtin" -> {
                    return new RecordPart.Builtin();
                }
                default -> {
                    // A member of the kind.
                }
            }
        }
        if (component.getType() == DataName.class) {
            return new RecordPart.Data();
        }
        Optional<Field> field = kind.field(path);
        if (field.isPresent()) {
            return field(path, field.get(), component.getGenericType());
        }
        Optional<NestedBlock> nested = kind.nestedBlock(path);
        if (nested.isPresent()) {
            Class<?> inner = nested.get().optional() ? argument(component.getGenericType()) : component.getType();
            return new RecordPart.Inner(path, nested.get().optional(), plan(inner, kind, path + "."));
        }
        return blocks(component, kind, word);
    }

    private static RecordPart field(String path, Field field, Type type) {
        return field.assignedAddress()
                .<RecordPart>map(scalar -> new RecordPart.Assigned(path, AddressAssignment.of(scalar)))
                .orElseGet(() -> new RecordPart.Plain(path, Conversions.of(type), isOptional(type)));
    }

    /** Returns the blocks of a keyed member, by its name, or of a child kind, which has the name of the record. */
    private RecordPart blocks(RecordComponent component, Kind kind, String word) {
        Class<?> element = argument(component.getGenericType());
        String record = element.getSimpleName();
        String block = kind.keyedBlocks(word)
                .map(KeyedBlocks::name)
                .orElse(record.substring(0, 1).toLowerCase(Locale.ROOT) + record.substring(1));
        if (schema.inside(kind, block)
                .filter(k -> k.name().equalsIgnoreCase(record))
                .isEmpty()) {
            throw new IllegalStateException(component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                    + " is not a member of kind " + kind.name());
        }
        return new RecordPart.Blocks(block, element);
    }

    private static boolean isOptional(Type type) {
        return type instanceof ParameterizedType p && p.getRawType() == Optional.class;
    }

    private static Class<?> argument(Type type) {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /**
     * Returns {@code no-new-privileges} for {@code noNewPrivileges}, and {@code default}, a word of Java, for
     * {@code default_}.
     */
    static String kebab(String camel) {
        return CAPITAL.matcher(camel.replace("_", "")).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }
}
