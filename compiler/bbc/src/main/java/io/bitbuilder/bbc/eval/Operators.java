package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Expr.BinaryOp;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Logic, comparison and membership; numbers are {@link Arithmetic}. */
final class Operators {
    static final Type BOOL = new Type.Of(Scalar.BOOL);
    static final Type INT = new Type.Of(Scalar.INT);

    private final Evaluator evaluator;
    private final Findings findings;
    private final Arithmetic arithmetic;

    Operators(Evaluator evaluator, Findings findings) {
        this.evaluator = evaluator;
        this.findings = findings;
        this.arithmetic = new Arithmetic(findings);
    }

    Value unary(Expr.Unary unary, Expectation expected, Scope scope) {
        if (unary.op() == Expr.UnaryOp.NOT) {
            Value operand = evaluator.condition(unary.operand(), scope);
            return operand instanceof Value.Scalar(Boolean b) ? Value.of(!b) : operand;
        }
        Optional<Finding> removal = removal(unary, expected, scope);
        if (removal.isPresent()) {
            findings.add(removal.get());
            return Value.ERROR;
        }
        Value operand = evaluator.eval(unary.operand(), expected.as(Type.ANY), scope);
        return switch (operand) {
            case Value.Scalar(Long n) -> Value.of(-n);
            case Value.Scalar(BigDecimal d) -> Value.of(d.negate());
            case Value.Error e -> operand;
            case Value.Late l -> operand;
            default -> {
                findings.add(Finding.of(
                        Code.UNSUPPORTED_OPERANDS,
                        unary.span(),
                        "unsupported operand for `-`: " + EvalMessages.describe(operand)));
                yield Value.ERROR;
            }
        };
    }

    /** Returns the finding for a name with a minus, which in other notations takes an element from a default. */
    private static Optional<Finding> removal(Expr.Unary unary, Expectation expected, Scope scope) {
        boolean named = switch (Type.core(expected.type())) {
            case Type.Of(Scalar s) -> s.takesAnyWord() || !s.known().isEmpty();
            case Type.OneOf e -> true;
            default -> false;
        };
        return named && isOpenWord(unary.operand(), scope)
                ? Optional.of(Finding.of(
                                Code.UNSUPPORTED_OPERANDS,
                                unary.span(),
                                "unsupported operand for `-`: the name `"
                                        + unary.operand().span().text() + "`")
                        .why("`-` negates a number; a list or a set holds what is added, and nothing is taken from it")
                        .fix("remove it"))
                : Optional.empty();
    }

    Value binary(Expr.Binary expr, Expectation expected, Scope scope) {
        return switch (expr.op()) {
            case AND, OR -> logic(expr, scope);
            case EQ, NE, LT, LE, GT, GE -> compare(expr, scope);
            case IN -> member(expr, expr.left(), expr.right(), scope);
            case CONTAINS -> member(expr, expr.right(), expr.left(), scope);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(expr, expected, scope);
        };
    }

    private Value logic(Expr.Binary expr, Scope scope) {
        Value left = evaluator.condition(expr.left(), scope);
        if (left instanceof Value.Scalar(Boolean b) && b == (expr.op() == BinaryOp.OR)) {
            return left;
        }
        Value right = evaluator.condition(expr.right(), scope);
        return ValueFormatter.isOpen(left) ? left : right;
    }

    private Value arithmetic(Expr.Binary expr, Expectation expected, Scope scope) {
        Expectation plain = expected.as(Type.ANY);
        Value left = evaluator.eval(expr.left(), plain, scope);
        Value right = evaluator.eval(expr.right(), plain, scope);
        if (ValueFormatter.isOpen(left) || ValueFormatter.isOpen(right)) {
            return ValueFormatter.firstOpen(left, right);
        }
        return arithmetic.apply(expr, left, right);
    }

    private Value compare(Expr.Binary expr, Scope scope) {
        boolean swapped = isOpenWord(expr.left(), scope);
        Expr first = swapped ? expr.right() : expr.left();
        Expr second = swapped ? expr.left() : expr.right();
        Value known = evaluator.eval(first, Expectation.ANY, scope);
        Expectation expected = ofMember(first, second, known, scope).orElseGet(() -> hint(second, known));
        Value other = evaluator.eval(second, expected, scope);
        if (ValueFormatter.isOpen(known) || ValueFormatter.isOpen(other)) {
            return ValueFormatter.firstOpen(known, other);
        }
        Value left = swapped ? other : known;
        Value right = swapped ? known : other;
        if (expr.op() == BinaryOp.EQ || expr.op() == BinaryOp.NE) {
            return equal(expr, left, right);
        }
        Optional<Integer> order = order(left, right);
        return order.isPresent() ? Value.of(holds(expr.op(), order.get())) : refused(expr, left, right);
    }

    /** Returns whether the expression is a bare word that is not a local: the other operand gives it a meaning. */
    private static boolean isOpenWord(Expr expr, Scope scope) {
        return expr instanceof Expr.NameRef n && scope.local(n.name()).isEmpty();
    }

    /** Returns the type that an entry of a map, as its author declared it, gives to a bare word. */
    private Optional<Expectation> ofMember(Expr first, Expr second, Value known, Scope scope) {
        return first instanceof Expr.Member(Expr of, Name name, Span span)
                        && isOpenWord(second, scope)
                        && !ValueFormatter.isOpen(known)
                        && evaluator.eval(of, Expectation.ANY, scope) instanceof Value.Place(Entity entity)
                ? entity.typeOf(name).map(type -> Expectation.of(type, "the other operand"))
                : Optional.empty();
    }

    /** Returns the type expected by the other operand; only words and literals need it. */
    private static Expectation hint(Expr expr, Value known) {
        Type type = ScalarTypes.typeOf(known);
        boolean helps = switch (expr) {
            case Expr.NameRef n -> !(type instanceof Type.Of);
            case Expr.Scope s -> type instanceof Type.OneOf;
            case Expr.Literal l ->
                type instanceof Type.Of(Scalar s) && s.notation().literals().contains(l.kind());
            default -> false;
        };
        return helps ? Expectation.of(type, "the other operand") : Expectation.ANY;
    }

    private Value equal(Expr.Binary expr, Value left, Value right) {
        Value a = referred(left);
        Value b = referred(right);
        boolean comparable = a instanceof Value.None
                || b instanceof Value.None
                || a.getClass() == b.getClass()
                        && (!(a instanceof Value.Scalar(Object x))
                                || b instanceof Value.Scalar(Object y) && x.getClass() == y.getClass());
        if (!comparable) {
            return refused(expr, left, right);
        }
        return Value.of(a.equals(b) == (expr.op() == BinaryOp.EQ));
    }

    private static Value referred(Value value) {
        return value instanceof Value.Place(Entity of)
                ? of.reference().<Value>map(r -> r).orElse(value)
                : value;
    }

    static Optional<Integer> order(Value left, Value right) {
        if (left instanceof Value.Word a && right instanceof Value.Word b) {
            return a.of().equals(b.of()) && a.of().ordered()
                    ? Optional.of(Integer.compare(a.ordinal(), b.ordinal()))
                    : Optional.empty();
        }
        if (left instanceof Value.Scalar(Object a)
                && right instanceof Value.Scalar(Object b)
                && !(a instanceof Boolean)) {
            return a instanceof Comparable<?> && a.getClass() == b.getClass()
                    ? Optional.of(compare(a, b))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Compares two values of the same comparable class. */
    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static boolean holds(BinaryOp op, int order) {
        return switch (op) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            default -> order >= 0;
        };
    }

    private Value member(Expr.Binary expr, Expr element, Expr container, Scope scope) {
        boolean elementFirst = !isOpenWord(element, scope);
        Value item = elementFirst ? evaluator.eval(element, Expectation.ANY, scope) : Value.NONE;
        Expectation expected = elementFirst && container instanceof Expr.ListOf && !ValueFormatter.isOpen(item)
                ? Expectation.of(new Type.ListOf(ScalarTypes.typeOf(item)), "the list")
                : Expectation.ANY;
        Value all = evaluator.eval(container, expected, scope);
        if (!elementFirst) {
            Type type = ScalarTypes.typeOf(all) instanceof Type.ListOf(Type t)
                    ? t
                    : ScalarTypes.typeOf(all) instanceof Type.SetOf(Type t) ? t : Type.ANY;
            boolean texts = type instanceof Type.Of(Scalar s) && s == Scalar.TEXT;
            item = texts && element instanceof Expr.NameRef n
                    ? Value.of(n.name())
                    : evaluator.eval(element, Expectation.of(type, "the element"), scope);
        }
        if (ValueFormatter.isOpen(item) || ValueFormatter.isOpen(all)) {
            return ValueFormatter.firstOpen(item, all);
        }
        Optional<Boolean> found = contains(all, referred(item));
        return found.isPresent() ? Value.of(found.get()) : refused(expr, item, all);
    }

    private static Optional<Boolean> contains(Value all, Value item) {
        return switch (all) {
            case Value.Items(List<Value> items) -> Optional.of(items.contains(item));
            case Value.Members(List<Value> members) -> Optional.of(members.contains(item));
            case Value.Place(Entity of) -> of.elements().map(elements -> elements.contains(item));
            case Value.Entries(var entries)
            when item instanceof Value.Scalar(String key) -> Optional.of(entries.containsKey(key));
            case Value.Scalar(IntRange range)
            when item instanceof Value.Scalar(Long n) -> Optional.of(range.contains(n));
            case Value.Scalar(Subnet4 subnet)
            when item instanceof Value.Scalar(Address4 a) -> Optional.of(subnet.contains(a));
            case Value.Scalar(Subnet6 subnet)
            when item instanceof Value.Scalar(Address6 a) -> Optional.of(subnet.contains(a));
            case Value.Scalar(String text)
            when item instanceof Value.Scalar(String part) -> Optional.of(text.contains(part));
            default -> Optional.empty();
        };
    }

    private Value refused(Expr.Binary expr, Value left, Value right) {
        findings.add(Finding.of(Code.UNSUPPORTED_OPERANDS, expr.span(), EvalMessages.operands(expr.op(), left, right)));
        return Value.ERROR;
    }

    /** Returns the operator's symbol. */
    static String symbol(BinaryOp op) {
        return switch (op) {
            case OR -> "or";
            case AND -> "and";
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case IN -> "in";
            case CONTAINS -> "contains";
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
        };
    }
}
