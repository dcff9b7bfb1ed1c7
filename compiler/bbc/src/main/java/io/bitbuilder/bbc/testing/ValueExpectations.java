package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.Optional;

/** Checks conditions over evaluated values, and names the part that does not hold with both of its values. */
final class ValueExpectations {
    private static final int MOST_CHARACTERS = 200;

    private final TestScope scope;
    private final Evaluator evaluator;

    ValueExpectations(TestScope scope) {
        this.scope = scope;
        this.evaluator = new Evaluator(scope.findings());
    }

    /** Reports a condition that does not hold; one that has no value has been reported. */
    void check(Expr condition) {
        if (evaluator.condition(condition, scope).equals(Value.of(false))) {
            scope.report(failed(condition));
        }
    }

    private Finding failed(Expr expr) {
        if (expr instanceof Expr.Binary(var op, Expr left, Expr right, var span)) {
            return switch (op) {
                case AND -> failed(isFalse(left) ? left : right);
                case OR -> finding(expr, "neither side holds");
                case EQ, NE, LT, LE, GT, GE, IN, CONTAINS ->
                    finding(expr, shown(left) + " " + Evaluator.symbol(op) + " " + shown(right));
                default -> finding(expr, "it is false");
            };
        }
        return finding(expr, "it is false");
    }

    private static Finding finding(Expr expr, String what) {
        return Finding.of(Code.FAILED_EXPECTATION, expr.span(), "failed expectation: " + what);
    }

    private boolean isFalse(Expr expr) {
        return new Evaluator(new Findings()).condition(expr, scope).equals(Value.of(false));
    }

    /** Returns the value of an operand; one that gets its meaning from the other operand is shown as written. */
    private String shown(Expr expr) {
        boolean open = switch (expr) {
            case Expr.NameRef name -> scope.local(name.name()).isEmpty();
            case Expr.Scope word -> true;
            case Expr.Literal literal -> true;
            case Expr.ListOf list -> true;
            default -> false;
        };
        Optional<Value> value =
                open ? Optional.empty() : Optional.of(new Evaluator(new Findings()).eval(expr, Expectation.ANY, scope));
        String text = value.filter(v -> !ValueFormatter.isOpen(v))
                .map(ValueFormatter::quoted)
                .orElseGet(() -> expr.span().text().strip());
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }
}
