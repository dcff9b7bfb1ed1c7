package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values and names as a program writes them, in printable ASCII. */
final class Notation {
    private static final Set<Scalar> BARE = Set.of(Scalar.NAME, Scalar.CAPABILITY, Scalar.SYSCALL_GROUP);

    private Notation() {}

    /** Returns a value of a field of that type. */
    static String of(Value value, Type type) {
        Type core = Type.core(type);
        boolean directive = core instanceof Type.Of(Scalar scalar) && scalar == Scalar.DIRECTIVE_TEXT;
        return switch (value) {
            case Value.Scalar scalar when directive -> Lexical.quoted(ValueFormatter.text(scalar));
            case Value.Items(var items) when directive -> list(items, core);
            case Value.Scalar(String text) -> text(text, core);
            case Value.Items(var items) -> list(items, element(core));
            case Value.Members(var members) -> list(members, element(core));
            case Value.Entries(var entries) -> entries.isEmpty() ? "[]" : "({ " + entries(entries, core, true) + " })";
            case Value.Ref ref -> Lexical.isName(ref.name()) ? ref.name() : Lexical.quoted(ref.name());
            case Value.Constructed(String function, Value argument) -> function + "(" + of(argument, Type.ANY) + ")";
            default -> ValueFormatter.text(value);
        };
    }

    /** Returns the statements of a map's entries, {@code A = "x"; B = "y"}. */
    static String entries(Map<String, Value> entries, Type core, boolean quoted) {
        Type value = core instanceof Type.MapOf(Type k, Type v) ? Type.core(v) : Type.ANY;
        return entries.entrySet().stream()
                .map(e -> (quoted && !Lexical.isName(e.getKey()) ? Lexical.quoted(e.getKey()) : e.getKey()) + " = "
                        + of(e.getValue(), value))
                .collect(Collectors.joining("; "));
    }

    private static Type element(Type core) {
        return switch (core) {
            case Type.ListOf(Type element) -> Type.core(element);
            case Type.SetOf(Type element) -> Type.core(element);
            default -> Type.ANY;
        };
    }

    private static String list(Collection<Value> values, Type element) {
        return values.stream().map(value -> of(value, element)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(String text, Type core) {
        boolean word = core instanceof Type.Of(Scalar scalar)
                && BARE.contains(scalar)
                && (Lexical.isName(text) || scalar == Scalar.SYSCALL_GROUP);
        boolean path = core instanceof Type.Of(Scalar scalar) && scalar.takesPath();
        return word || path ? text : Lexical.quoted(text);
    }
}
