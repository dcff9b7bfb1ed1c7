package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words that are values of a field. */
final class ValueWords {
    private ValueWords() {}

    /** Returns the words of a field, and those of any value. */
    static List<String> of(Optional<Field> field, Schema schema) {
        List<String> words = new ArrayList<>(List.of("self", "tenant"));
        field.ifPresent(f -> {
            if (f.late()) {
                words.add("auto");
            }
            if (Type.isOptional(f.type())) {
                words.add("none");
            }
            switch (element(f.type())) {
                case Type.OneOf(var type) -> words.addAll(type.words());
                case Type.Of(Scalar scalar) -> {
                    words.addAll(scalar.notation().words());
                    if (scalar == Scalar.BOOL) {
                        words.addAll(List.of("true", "false"));
                    }
                }
                default -> {
                    // Its values are no words.
                }
            }
        });
        return words;
    }

    /** Returns the kinds whose names are values of a field. */
    static List<Kind> referred(Field field, Schema schema) {
        return element(field.type()) instanceof Type.Ref(String kind) ? schema.referred(kind) : List.of();
    }

    private static Type element(Type type) {
        return switch (Type.core(type)) {
            case Type.ListOf(Type t) -> element(t);
            case Type.SetOf(Type t) -> element(t);
            case Type.MapOf(Type k, Type v) -> element(v);
            default -> Type.core(type);
        };
    }
}
