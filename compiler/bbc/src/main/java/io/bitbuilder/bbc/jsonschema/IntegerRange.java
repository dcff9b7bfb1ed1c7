package io.bitbuilder.bbc.jsonschema;

import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import java.util.Optional;

/**
 * Range of an integer by the condition of its type.
 *
 * @param least at least 0: integers of metadata.json have no sign
 */
record IntegerRange(long least, Optional<Long> most) {
    /** No condition. */
    static final IntegerRange NATURAL = new IntegerRange(0, Optional.empty());

    /** Returns the range of a type; a condition of another form narrows nothing. */
    static IntegerRange of(Type type) {
        return switch (type) {
            case Type.Maybe(Type inner) -> of(inner);
            case Type.Refined(Type inner, Expr condition) -> of(inner).and(condition);
            default -> NATURAL;
        };
    }

    private IntegerRange and(Expr condition) {
        if (!(condition instanceof Expr.Binary binary)) {
            return this;
        }
        Optional<Long> right = number(binary.right());
        return switch (binary.op()) {
            case AND -> and(binary.left()).and(binary.right());
            case IN -> within(binary.right());
            case GE -> new IntegerRange(right.orElse(least), most);
            case LE -> new IntegerRange(least, right.or(() -> most));
            default -> this;
        };
    }

    private IntegerRange within(Expr expr) {
        return expr instanceof Expr.Range range
                ? new IntegerRange(
                        number(range.from()).orElse(least), number(range.to()).or(() -> most))
                : this;
    }

    private static Optional<Long> number(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.text().matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(literal.text()))
                : Optional.empty();
    }
}
