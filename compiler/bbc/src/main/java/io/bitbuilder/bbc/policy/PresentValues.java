package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names in an expression of a policy, and the optional values that are known to be present there: on the right of
 * {@code v.size != none and}, on the right of {@code v.size == none or}.
 *
 * @param locals shapes of the variables
 * @param present members that are not {@code none}, as they are written
 */
record PresentValues(Map<String, PolicyShape> locals, Set<String> present) {
    private static final Set<Expr.BinaryOp> ORDERED =
            Set.of(Expr.BinaryOp.LT, Expr.BinaryOp.LE, Expr.BinaryOp.GT, Expr.BinaryOp.GE);

    /** Returns the names where a condition is true, or false. */
    PresentValues where(Expr condition, boolean holds) {
        Set<String> all = new HashSet<>(present);
        collect(condition, holds, all);
        return new PresentValues(locals, all);
    }

    /** Returns the names where one more variable is known. */
    PresentValues with(String variable, PolicyShape shape) {
        Map<String, PolicyShape> inner = new HashMap<>(locals);
        inner.put(variable, shape);
        Set<String> others = new HashSet<>(present);
        others.removeIf(member -> member.startsWith(variable + "."));
        return new PresentValues(inner, others);
    }

    /** Returns whether a member is not {@code none}. */
    boolean isPresent(Expr.Member member) {
        return written(member).filter(present::contains).isPresent();
    }

    private static void collect(Expr condition, boolean holds, Set<String> present) {
        switch (condition) {
            case Expr.Unary(Expr.UnaryOp op, Expr operand, Span span)
            when op == Expr.UnaryOp.NOT -> collect(operand, !holds, present);
            case Expr.Binary binary
            when binary.op() == (holds ? Expr.BinaryOp.AND : Expr.BinaryOp.OR) -> {
                collect(binary.left(), holds, present);
                collect(binary.right(), holds, present);
            }
            case Expr.Binary binary
            when ORDERED.contains(binary.op()) -> {
                written(binary.left()).ifPresent(present::add);
                written(binary.right()).ifPresent(present::add);
            }
            case Expr.Binary binary
            when holds && binary.op() == Expr.BinaryOp.CONTAINS -> key(binary.left(), binary.right(), present);
            case Expr.Binary binary
            when holds && binary.op() == Expr.BinaryOp.IN -> key(binary.right(), binary.left(), present);
            case Expr.Binary binary
            when binary.op() == Expr.BinaryOp.EQ || binary.op() == Expr.BinaryOp.NE -> {
                boolean equal = (binary.op() == Expr.BinaryOp.EQ) == holds;
                compared(binary.left(), binary.right(), equal, present);
                compared(binary.right(), binary.left(), equal, present);
            }
            default -> {}
        }
    }

    /** The value of a key is present in a map that contains the key. */
    private static void key(Expr map, Expr key, Set<String> present) {
        if (key instanceof Expr.Text(String word, Span span)) {
            written(map).ifPresent(path -> present.add(path + "." + word));
        }
    }

    /** A member is present if it is not equal to {@code none}, or equal to a word or literal. */
    private static void compared(Expr member, Expr other, boolean equal, Set<String> present) {
        boolean tells = equal
                ? other instanceof Expr.NameRef || other instanceof Expr.Literal || other instanceof Expr.Text
                : other instanceof Expr.None;
        if (tells) {
            written(member).ifPresent(present::add);
        }
    }

    private static Optional<String> written(Expr expr) {
        return switch (expr) {
            case Expr.NameRef name -> Optional.of(name.name());
            case Expr.Member(Expr of, Name name, Span span) -> written(of).map(before -> before + "." + name.text());
            default -> Optional.empty();
        };
    }
}
