package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.LoopVariables;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates expressions. Evaluation terminates for every input: the language has no recursion, loops run over finite
 * values, and every step is charged to the scope's budget.
 */
public final class Evaluator {
    /**
     * Maximum depth of nested expressions, over all values that wait for each other; fits easily into a stack of 1 MiB.
     */
    private static final int MAX_DEPTH = 1000;

    private final Findings findings;
    private final Coercion conform;
    private final BareWords words;
    private final Operators operators;
    private final FunctionCalls calls;
    private final CollectionEvaluator collections;
    private Places places = Places.CLOSED;
    private final DataValues data;
    private int depth;

    /** Creates an evaluator that reports to these findings. */
    public Evaluator(Findings findings) {
        this.findings = findings;
        this.conform = new Coercion(this, findings);
        this.words = new BareWords(findings);
        this.operators = new Operators(this, findings);
        this.calls = new FunctionCalls(this, findings);
        this.collections = new CollectionEvaluator(this, findings);
        this.data = new DataValues(conform, findings);
    }

    /** Returns the value of an expression, coerced to the expected type. */
    public Value eval(Expr expr, Expectation expected, Scope scope) {
        if (!scope.budget().step(expr.span())) {
            return Value.ERROR;
        }
        if (depth >= MAX_DEPTH) {
            findings.add(Finding.of(
                            Code.DEPENDENCY_TOO_DEEP,
                            expr.span(),
                            "dependency chain too long: this value needs more than " + MAX_DEPTH
                                    + " nested expressions")
                    .why("limits bound the cost of a run for any input")
                    .fix("refer to the first value of the chain instead of the previous one"));
            return Value.ERROR;
        }
        depth++;
        try {
            return conform.fit(raw(expr, expected, scope), expected, expr.span(), scope);
        } finally {
            depth--;
        }
    }

    /** Returns the value of an expression, and where it writes the elements and entries of the value. */
    public PlacedValue placed(Expr expr, Expectation expected, Scope scope) {
        Places outer = places;
        Places own = new Places(expr.span());
        places = own;
        try {
            return new PlacedValue(eval(expr, expected, scope), own.byText());
        } finally {
            places = outer;
        }
    }

    /** Returns the places of the elements and entries of the value that is being evaluated. */
    Places places() {
        return places;
    }

    /** Returns true or false, or an error or late value, see {@link ValueFormatter#isOpen}. */
    public Value condition(Expr expr, Scope scope) {
        return eval(expr, Expectation.of(Operators.BOOL, "a condition"), scope);
    }

    private Value raw(Expr expr, Expectation expected, Scope scope) {
        return switch (expr) {
            case Expr.Literal l -> literal(l, expected, scope);
            case Expr.Bool b -> Value.of(b.value());
            case Expr.Text t -> Value.of(t.value());
            case Expr.Template t -> template(t, scope);
            case Expr.Auto a -> Value.AUTO;
            case Expr.None n -> Value.NONE;
            case Expr.Scope s -> words.scope(s, expected, scope);
            case Expr.NameRef n -> words.read(n, expected, scope);
            case Expr.Member m -> BareWords.path(m, expected).orElseGet(() -> member(m, scope));
            case Expr.Call c -> calls.call(c, expected, scope);
            case Expr.Unary u -> operators.unary(u, expected, scope);
            case Expr.Binary b -> operators.binary(b, expected, scope);
            case Expr.Range r -> range(r, scope);
            case Expr.Conditional c -> conditional(c, expected, scope);
            case Expr.ListOf l when !takesList(expected) -> conform.mismatch("a list", expected, l.span(), scope);
            case Expr.ListOf l -> collections.list(l, expected, scope);
            case Expr.Comprehension c -> collections.comprehension(c, expected, scope);
            case Expr.RecordOf r -> collections.record(r, expected, scope);
            case Expr.Datum d -> data.value(d, expected, scope);
            case Expr.Error e -> Value.ERROR;
        };
    }

    private Value literal(Expr.Literal literal, Expectation expected, Scope scope) {
        Type core = Type.core(expected.type());
        if (core instanceof Type.Of(var scalar) && scalar.notation().literals().contains(literal.kind())) {
            return conform.parsed(literal.text(), scalar, expected, literal.span());
        }
        boolean alien =
                core instanceof Type.Of(var s) && !s.notation().literals().isEmpty() || core instanceof Type.OneOf;
        if (alien && ScalarTypes.of(literal.kind()).parse(literal.text()) instanceof Parsed.Bad<?>) {
            return conform.mismatch("`" + literal.text() + "`", expected, literal.span(), scope);
        }
        Expectation own = Expectation.of(new Type.Of(ScalarTypes.of(literal.kind())), "this");
        return conform.parsed(literal.text(), ScalarTypes.of(literal.kind()), own, literal.span());
    }

    /** Returns whether a list can be a value there; the empty one is also the empty map. */
    private static boolean takesList(Expectation expected) {
        return switch (Type.core(expected.type())) {
            case Type.Of(Scalar s) -> s == Scalar.DIRECTIVE_TEXT;
            case Type.OneOf e -> false;
            case Type.Ref r -> false;
            default -> true;
        };
    }

    private Value template(Expr.Template template, Scope scope) {
        StringBuilder text = new StringBuilder();
        Value open = Value.NONE;
        Expr last = template;
        for (Expr part : template.parts()) {
            Value value = eval(part, Expectation.ANY, scope);
            if (ValueFormatter.isOpen(value)) {
                open = open instanceof Value.Error ? open : value;
            } else if (value instanceof Value.Scalar || value instanceof Value.Word || value instanceof Value.Ref) {
                text.append(ValueFormatter.text(value));
                if (!(part instanceof Expr.Text)) {
                    DollarSigns.before(last).ifPresent(findings::add);
                }
            } else {
                findings.add(Finding.of(
                                Code.TYPE_MISMATCH,
                                part.span(),
                                "cannot interpolate " + EvalMessages.describe(value) + " into a string")
                        .why("only scalar values have a unique notation")
                        .fix("refer to one of its fields, or `join` the list"));
                open = Value.ERROR;
            }
            last = part;
        }
        if (ValueFormatter.isOpen(open)) {
            return open;
        }
        return scope.budget().text(text.length(), template.span()) ? Value.of(text.toString()) : Value.ERROR;
    }

    private Value member(Expr.Member member, Scope scope) {
        Value of = eval(member.of(), Expectation.ANY, scope);
        return switch (of) {
            case Value.Place(Entity entity) -> entity.member(member.name());
            case Value.Entries(var entries)
            when entries.containsKey(member.name().text()) ->
                entries.get(member.name().text());
            case Value.Entries(var entries) -> {
                String name = member.name().text();
                findings.add(EvalMessages.unknown(
                        Code.UNKNOWN_MEMBER,
                        member.name().span(),
                        "unknown field `" + name + "` in record",
                        name,
                        entries.keySet()));
                yield Value.ERROR;
            }
            case Value.Error e -> of;
            case Value.Late l -> of;
            default -> {
                findings.add(Finding.of(
                        Code.TYPE_MISMATCH,
                        member.name().span(),
                        "unknown field `" + member.name() + "`: " + EvalMessages.describe(of) + " has no fields"));
                yield Value.ERROR;
            }
        };
    }

    private Value range(Expr.Range range, Scope scope) {
        Expectation whole = Expectation.of(Operators.INT, "the bound of a range");
        Value from = eval(range.from(), whole, scope);
        Value to = eval(range.to(), whole, scope);
        if (from instanceof Value.Scalar(Long a) && to instanceof Value.Scalar(Long b)) {
            if (a <= b) {
                return Value.of(new IntRange(a, b));
            }
            findings.add(Finding.of(
                            Code.INVALID_VALUE, range.span(), "invalid range " + a + ".." + b + ": it runs backwards")
                    .fix("write `" + b + ".." + a + "`"));
            return Value.ERROR;
        }
        return ValueFormatter.firstOpen(from, to);
    }

    private Value conditional(Expr.Conditional expr, Expectation expected, Scope scope) {
        Value holds = condition(expr.condition(), scope);
        return holds instanceof Value.Scalar(Boolean b)
                ? eval(b ? expr.then() : expr.otherwise(), expected, scope)
                : holds;
    }

    /**
     * Returns the values of the variables in each round of a loop; empty when the value is open or has been reported.
     */
    public Optional<List<Map<String, Value>>> rounds(LoopVariables variables, Value all, Span span, Scope scope) {
        return collections.rounds(variables, all, span, scope);
    }

    /** Returns the symbol of an operator. */
    public static String symbol(Expr.BinaryOp op) {
        return Operators.symbol(op);
    }

    /** Returns the names of all functions. */
    public static List<String> functions() {
        return FunctionCalls.Signature.names();
    }

    /** Returns the finding for a call of an unknown function, or with another number of arguments. */
    public static Optional<Finding> mistake(Expr.Call call) {
        return FunctionCalls.mistake(call);
    }

    /** Returns the types of a function's parameters; empty for an unknown function. */
    public static List<Type> parameters(String function) {
        return FunctionCalls.Signature.of(function)
                .map(FunctionCalls.Signature::parameters)
                .orElse(List.of());
    }

    /** Coerces a value that was made elsewhere. */
    public Value fit(Value value, Expectation expected, Span span, Scope scope) {
        return conform.fit(value, expected, span, scope);
    }
}
