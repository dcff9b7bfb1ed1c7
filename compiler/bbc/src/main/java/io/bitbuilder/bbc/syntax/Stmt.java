package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Statement of a body. */
public sealed interface Stmt extends SyntaxNode {
    /** {@code a.b = expr}, {@code final a += expr}. */
    record Field(boolean isFinal, List<Name> path, boolean add, Expr value, Optional<String> doc, Span span)
            implements Stmt {}

    /**
     * {@code container web { … }}, {@code publish tcp 443 -> 8443}, {@code attach front = none}.
     *
     * @param target the label after {@code ->}
     * @param body absent if the entry has only labels or is removed
     * @param removed {@code = none}
     */
    record Entry(
            Name kind,
            List<Label> labels,
            Optional<Label> target,
            Optional<Body> body,
            boolean removed,
            Optional<String> doc,
            Span span)
            implements Stmt {}

    /** {@code defaults container { … }} of a platform. */
    record Defaults(Name kind, Body body, Span span) implements Stmt {}

    /** {@code use profile(args)}; the path has one name, or two for a profile of a library. */
    record Use(List<Name> path, List<Expr.Arg> args, Span span) implements Stmt {}

    /** {@code let n = expr}. */
    record Let(Name name, Expr value, Span span) implements Stmt {}

    /** {@code if c { … } else { … }}; {@code else if} is an {@code If} alone in the other body. */
    record If(Expr condition, Body then, Optional<Body> otherwise, Span span) implements Stmt {}

    /** {@code for x in xs where c { … }}, {@code for k, v in map { … }}. */
    record For(LoopVariables variables, Expr in, Optional<Expr> where, Body body, Span span) implements Stmt {}

    /** Unsupported construct of the language, which has been reported. */
    record Refused(String construct, Span span) implements Stmt {}

    /** Label of an entry; {@code computed} if written in parentheses. Names are {@link Expr.NameRef}s. */
    record Label(Expr value, boolean computed, Span span) implements SyntaxNode {}
}
