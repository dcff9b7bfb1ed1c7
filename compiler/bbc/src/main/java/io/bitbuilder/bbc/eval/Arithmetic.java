package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Expr.BinaryOp;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.Rate;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Exact arithmetic on numbers and units. Only sizes, rates and durations multiplied or divided by a percentage or a
 * decimal are rounded, down to a whole byte, bit per second or microsecond; any other result that is inexact or out of
 * range is an error.
 */
final class Arithmetic {
    private static final int MAX_SCALE = 6;
    private static final BigInteger MAX_DECIMAL = BigInteger.TEN.pow(12);

    private final Findings findings;

    Arithmetic(Findings findings) {
        this.findings = findings;
    }

    /** A number with a unit: its count, the maximum, the constructor, and whether scaling rounds. */
    private record Quantity(long count, long most, LongFunction<Object> make, boolean rounds) {}

    Value apply(Expr.Binary expr, Value left, Value right) {
        if (!(left instanceof Value.Scalar(Object a)) || !(right instanceof Value.Scalar(Object b))) {
            return refused(expr, left, right);
        }
        if (isNumber(a) && isNumber(b)) {
            return number(expr, a, b);
        }
        Optional<Quantity> x = quantity(a);
        Optional<Quantity> y = quantity(b);
        boolean adds = expr.op() == BinaryOp.ADD || expr.op() == BinaryOp.SUBTRACT;
        if (adds && x.isPresent() && y.isPresent() && a.getClass() == b.getClass()) {
            BigInteger count = BigInteger.valueOf(x.get().count);
            BigInteger other = BigInteger.valueOf(y.get().count);
            return make(expr, x.get(), expr.op() == BinaryOp.ADD ? count.add(other) : count.subtract(other));
        }
        if (!adds && x.isPresent() && (isNumber(b) || b instanceof Percent)) {
            return scale(expr, x.get(), factor(b), b instanceof Long);
        }
        if (expr.op() == BinaryOp.MULTIPLY && y.isPresent() && (isNumber(a) || a instanceof Percent)) {
            return scale(expr, y.get(), factor(a), a instanceof Long);
        }
        return refused(expr, left, right);
    }

    private Value number(Expr.Binary expr, Object a, Object b) {
        BigDecimal x = factor(a);
        BigDecimal y = factor(b);
        if (expr.op() == BinaryOp.DIVIDE && y.signum() == 0) {
            return inexact(expr, "the divisor is zero");
        }
        BigDecimal result = switch (expr.op()) {
            case ADD -> x.add(y);
            case SUBTRACT -> x.subtract(y);
            case MULTIPLY -> x.multiply(y);
            default -> x.divide(y, MAX_SCALE, RoundingMode.DOWN);
        };
        if (expr.op() == BinaryOp.DIVIDE && result.multiply(y).compareTo(x) != 0) {
            return inexact(expr, x.toPlainString() + " / " + y.toPlainString() + " is not exact");
        }
        return a instanceof Long && b instanceof Long ? whole(expr, result) : decimal(expr, result);
    }

    private Value whole(Expr.Binary expr, BigDecimal result) {
        BigDecimal plain = result.stripTrailingZeros();
        if (plain.scale() > 0) {
            return inexact(expr, "the result " + plain.toPlainString() + " is not a whole number");
        }
        return plain.toBigInteger().bitLength() < Long.SIZE
                ? Value.of(plain.longValue())
                : inexact(expr, "the result exceeds 64 bits");
    }

    private Value decimal(Expr.Binary expr, BigDecimal result) {
        BigDecimal plain = result.stripTrailingZeros();
        boolean fits = plain.scale() <= MAX_SCALE && plain.abs().toBigInteger().compareTo(MAX_DECIMAL) < 0;
        return fits
                ? Value.of(plain)
                : inexact(expr, "the result needs more than 12 digits before or 6 after the decimal point");
    }

    private Value scale(Expr.Binary expr, Quantity of, BigDecimal factor, boolean exact) {
        BigDecimal count = BigDecimal.valueOf(of.count);
        if (expr.op() == BinaryOp.MULTIPLY) {
            BigDecimal product = count.multiply(factor);
            return scaled(expr, of, product.setScale(0, RoundingMode.DOWN), product, exact);
        }
        if (factor.signum() == 0) {
            return inexact(expr, "the divisor is zero");
        }
        BigDecimal quotient = count.divide(factor, 0, RoundingMode.DOWN);
        return scaled(
                expr,
                of,
                quotient,
                quotient.multiply(factor).compareTo(count) == 0 ? quotient : quotient.add(BigDecimal.ONE),
                exact);
    }

    private Value scaled(Expr.Binary expr, Quantity of, BigDecimal rounded, BigDecimal precise, boolean exact) {
        if (rounded.compareTo(precise) != 0 && (exact || !of.rounds)) {
            return inexact(expr, "the result is not exact");
        }
        return make(expr, of, rounded.toBigInteger());
    }

    private Value make(Expr.Binary expr, Quantity like, BigInteger count) {
        if (count.signum() < 0) {
            return inexact(expr, "the result is negative");
        }
        if (count.compareTo(BigInteger.valueOf(like.most)) > 0) {
            return inexact(expr, "the result exceeds " + like.make.apply(like.most));
        }
        return Value.of(like.make.apply(count.longValue()));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof BigDecimal;
    }

    private static BigDecimal factor(Object value) {
        return switch (value) {
            case Long n -> BigDecimal.valueOf(n);
            case Percent p -> BigDecimal.valueOf(p.basisPoints(), 4);
            case BigDecimal d -> d;
            default -> throw new IllegalStateException("not a factor: " + value);
        };
    }

    private static Optional<Quantity> quantity(Object value) {
        return switch (value) {
            case Size s -> Optional.of(new Quantity(s.bytes(), Size.MAX_BYTES, Size::new, true));
            case Rate r -> Optional.of(new Quantity(r.bitsPerSecond(), Rate.MAX_BITS, Rate::new, true));
            case TimeSpan t -> Optional.of(new Quantity(t.micros(), TimeSpan.MAX_MICROS, TimeSpan::new, true));
            case Cpu c -> Optional.of(new Quantity(c.millis(), Long.MAX_VALUE, Cpu::new, false));
            case Percent p -> Optional.of(new Quantity(p.basisPoints(), Long.MAX_VALUE, Percent::new, false));
            default -> Optional.empty();
        };
    }

    private Value inexact(Expr.Binary expr, String reason) {
        findings.add(Finding.of(
                        Code.INEXACT_ARITHMETIC,
                        expr.span(),
                        "`" + expr.span().text().strip() + "` cannot be computed: " + reason)
                .why("arithmetic is exact, never truncated or wrapped"));
        return Value.ERROR;
    }

    private Value refused(Expr.Binary expr, Value left, Value right) {
        Finding finding =
                Finding.of(Code.UNSUPPORTED_OPERANDS, expr.span(), EvalMessages.operands(expr.op(), left, right));
        boolean text = left instanceof Value.Scalar(String a) || right instanceof Value.Scalar(String b);
        boolean joins = expr.op() == Expr.BinaryOp.ADD
                && text
                && expr.span().file().path().endsWith(".bbc");
        findings.add(joins ? finding.fix(template(expr)) : finding);
        return Value.ERROR;
    }

    /** Returns the string with the operands in it: {@code +} joins two strings only. */
    private static Fix template(Expr.Binary expr) {
        String joined = '"' + part(expr.left()) + part(expr.right()) + '"';
        return Fix.certain("write `" + joined + "`", new TextEdit(expr.span(), joined));
    }

    private static String part(Expr operand) {
        String source = operand.span().text();
        boolean string =
                (operand instanceof Expr.Text || operand instanceof Expr.Template) && !source.startsWith("'''");
        return string ? source.substring(1, source.length() - 1) : "{" + source + "}";
    }
}
