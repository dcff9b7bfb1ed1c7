package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.syntax.Expr;
import java.util.List;
import java.util.Optional;

/** The type of a value. */
public sealed interface Type {
    /** A scalar. */
    record Of(Scalar scalar) implements Type {}

    /** Member of an enum. */
    record OneOf(EnumType words) implements Type {}

    /** {@code ref kind}. */
    record Ref(String kind) implements Type {}

    /** {@code T?}. */
    record Maybe(Type type) implements Type {}

    /** {@code [T]}. */
    record ListOf(Type element) implements Type {}

    /** {@code {T}}. */
    record SetOf(Type element) implements Type {}

    /** {@code {K: V}}. */
    record MapOf(Type key, Type value) implements Type {}

    /** {@code T where cond}. */
    record Refined(Type type, Expr condition) implements Type {}

    /** <code>{ a: A; b: B = x }</code> of a {@code type}. */
    record RecordOf(List<Field> fields) implements Type {
        /** Returns the field of that name. */
        public Optional<Field> field(String name) {
            return fields.stream().filter(f -> f.name().equals(name)).findFirst();
        }
    }

    /** No expectation: the expression determines the type. */
    record Any() implements Type {}

    /** No expectation. */
    Type ANY = new Any();

    /** Returns the type without optionality and refinements. */
    static Type core(Type type) {
        return switch (type) {
            case Maybe(Type t) -> core(t);
            case Refined r -> core(r.type());
            default -> type;
        };
    }

    /** Returns whether {@code none} is a value of it. */
    static boolean isOptional(Type type) {
        return switch (type) {
            case Maybe m -> true;
            case Refined r -> isOptional(r.type());
            default -> false;
        };
    }

    /** Returns whether it supports {@code +=}: lists, sets and maps. */
    static boolean isCollection(Type type) {
        return switch (core(type)) {
            case ListOf l -> true;
            case SetOf s -> true;
            case MapOf m -> true;
            default -> false;
        };
    }

    /** Returns the scalar of a guest's address and its assignment; empty for other types. */
    static Optional<Scalar> assignedAddress(Type type) {
        return core(type) instanceof Of(Scalar s) && (s == Scalar.ASSIGN4 || s == Scalar.ASSIGN6)
                ? Optional.of(s)
                : Optional.empty();
    }

    /** Returns the type as the language writes it. */
    static String text(Type type) {
        return switch (type) {
            case Of(Scalar s) -> s.word();
            case OneOf(EnumType e) -> e.name();
            case Ref(String kind) -> "ref " + kind;
            case Maybe(Type t) -> text(t) + "?";
            case ListOf(Type t) -> "[" + text(t) + "]";
            case SetOf(Type t) -> "{" + text(t) + "}";
            case MapOf(Type k, Type v) -> "{" + text(k) + ": " + text(v) + "}";
            case Refined r -> text(r.type());
            case RecordOf r -> "a record";
            case Any a -> "any value";
        };
    }

    /** Returns the type for messages, with an example: "a Size such as 2GiB". */
    static String described(Type type) {
        return switch (core(type)) {
            case Of(Scalar s)
            when !s.notation().words().isEmpty() ->
                String.join(", ", s.notation().words()) + ", an address or offset(n)";
            case Of(Scalar s) -> article(s.word()) + " such as " + s.example();
            case OneOf(EnumType e) -> "one of " + String.join(", ", e.words());
            case Ref(String kind) -> "the name of " + article(kind);
            case ListOf(Type t) -> "a list of " + text(t);
            case SetOf(Type t) -> "a set of " + text(t) + " such as [a, b]";
            case MapOf m -> "a map " + text(m);
            case RecordOf r -> "a record";
            case Any a -> "a value";
            case Maybe m -> described(m.type());
            case Refined r -> described(r.type());
        };
    }

    private static String article(String word) {
        return ("AEIOUaeiou".indexOf(word.charAt(0)) >= 0 && !word.startsWith("U") && !word.startsWith("u")
                        ? "an "
                        : "a ")
                + word;
    }
}
