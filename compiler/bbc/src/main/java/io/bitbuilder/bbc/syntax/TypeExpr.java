package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;
import java.util.List;

/** A written type. */
public sealed interface TypeExpr extends SyntaxNode {
    /** {@code Size}, {@code Mode}. */
    record Named(Name name, Span span) implements TypeExpr {}

    /** {@code ref network}. */
    record Ref(Name kind, Span span) implements TypeExpr {}

    /** {@code T?}. */
    record Maybe(TypeExpr type, Span span) implements TypeExpr {}

    /** {@code [T]}. */
    record ListOf(TypeExpr type, Span span) implements TypeExpr {}

    /** {@code {T}}. */
    record SetOf(TypeExpr type, Span span) implements TypeExpr {}

    /** {@code {K: V}}. */
    record MapOf(TypeExpr key, TypeExpr value, Span span) implements TypeExpr {}

    /** {@code T where it in 1..10}. */
    record Refined(TypeExpr type, Expr condition, Span span) implements TypeExpr {}

    /** {@code { port: Port; tls: Bool = true }} of a {@code type}. */
    record RecordOf(List<Decl.KindMember> members, Span span) implements TypeExpr {}

    /** {@code block { … }}, with {@code block?} absent until someone writes it. */
    record Block(boolean optional, List<Decl.KindMember> members, Span span) implements TypeExpr {}

    /** {@code many Kind by key} or {@code many Kind by (a, b)}. */
    record Many(Name kind, List<Name> by, Span span) implements TypeExpr {}
}
