package io.bitbuilder.bbc.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Expressions with all possible brackets, so that a test sees the binding of operators. */
final class ShowExpr {
    private ShowExpr() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> e.kind() + ":" + e.text();
            case Expr.Bool e -> String.valueOf(e.value());
            case Expr.Text e -> "'" + e.value().replace("\n", "⏎") + "'";
            case Expr.Template e -> "<" + all(e.parts()) + ">";
            case Expr.Auto e -> "AUTO";
            case Expr.None e -> "NONE";
            case Expr.Scope e -> "@" + e.word();
            case Expr.NameRef e -> e.name();
            case Expr.Member e -> of(e.of()) + "." + e.name();
            case Expr.Call e ->
                e.function() + "("
                        + e.args().stream()
                                .map(a -> a.name().map(n -> n + "=").orElse("") + of(a.value()))
                                .collect(Collectors.joining(" "))
                        + ")";
            case Expr.Unary e -> "(" + e.op() + " " + of(e.operand()) + ")";
            case Expr.Binary e -> "(" + of(e.left()) + " " + e.op() + " " + of(e.right()) + ")";
            case Expr.Range e -> "(" + of(e.from()) + ".." + of(e.to()) + ")";
            case Expr.Conditional e -> "(if " + of(e.condition()) + " " + of(e.then()) + " " + of(e.otherwise()) + ")";
            case Expr.ListOf e -> "[" + all(e.elements()) + "]";
            case Expr.Comprehension e ->
                "[" + of(e.element()) + " for " + e.variables() + " " + of(e.in())
                        + e.where().map(w -> " where " + of(w)).orElse("") + "]";
            case Expr.RecordOf e ->
                "{"
                        + e.fields().stream()
                                .map(f -> f.name() + "=" + of(f.value()))
                                .collect(Collectors.joining(" ")) + "}";
            case Expr.Datum e -> "'" + e.text() + "'";
            case Expr.Error e -> "ERROR";
        };
    }

    private static String all(List<Expr> exprs) {
        return exprs.stream().map(ShowExpr::of).collect(Collectors.joining(" "));
    }
}
