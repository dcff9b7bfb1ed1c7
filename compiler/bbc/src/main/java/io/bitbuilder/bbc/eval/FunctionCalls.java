package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The closed set of functions, all total, and the constructors. */
final class FunctionCalls {
    private static final Type TEXT = new Type.Of(Scalar.TEXT);
    private static final Type INT = new Type.Of(Scalar.INT);
    private static final Type PORT = new Type.Of(Scalar.PORT);

    private final Evaluator evaluator;
    private final Findings findings;
    private final AddressFunctions addresses;

    FunctionCalls(Evaluator evaluator, Findings findings) {
        this.evaluator = evaluator;
        this.findings = findings;
        this.addresses = new AddressFunctions(findings);
    }

    Value call(Expr.Call call, Expectation expected, Scope scope) {
        Optional<Finding> mistake = mistake(call);
        if (mistake.isPresent()) {
            findings.add(mistake.get());
            return Value.ERROR;
        }
        Signature signature = Signature.of(call.function().text()).orElseThrow();
        List<Type> parameters = signature.parameters();
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Expectation place =
                    Expectation.of(parameters.get(i), "argument " + (i + 1) + " of `" + call.function() + "`");
            args.add(evaluator.eval(call.args().get(i).value(), place, scope));
        }
        Optional<Value> open = args.stream().filter(ValueFormatter::isOpen).findFirst();
        return open.orElseGet(() -> apply(call, signature, args, scope));
    }

    /** Returns the finding for a call of an unknown function, or with another number of arguments. */
    static Optional<Finding> mistake(Expr.Call call) {
        String name = call.function().text();
        Optional<Signature> signature = Signature.of(name);
        if (signature.isEmpty()) {
            return Optional.of(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    call.function().span(),
                    "unknown function `" + name + "`",
                    name,
                    Signature.names()));
        }
        boolean fits = call.args().size() == signature.get().parameters().size()
                && call.args().stream().allMatch(a -> a.name().isEmpty());
        return fits ? Optional.empty() : Optional.of(arguments(call, signature.get()));
    }

    private static Finding arguments(Expr.Call call, Signature signature) {
        Finding finding = Finding.of(
                Code.INVALID_ARGUMENTS, call.span(), "`" + call.function() + "` expects " + signature.described());
        boolean folds = Set.of(Signature.MIN, Signature.MAX, Signature.SUM).contains(signature)
                && call.args().size() > 1
                && call.args().stream().allMatch(a -> a.name().isEmpty());
        if (!folds) {
            return finding;
        }
        Span first = call.args().getFirst().value().span();
        Span all = first.to(call.args().getLast().value().span());
        return finding.fix(Fix.certain(
                "write `" + call.function() + "([" + all.text() + "])`", new TextEdit(all, "[" + all.text() + "]")));
    }

    private Value apply(Expr.Call call, Signature signature, List<Value> args, Scope scope) {
        return switch (signature) {
            case LEN -> length(call, args.getFirst());
            case MIN, MAX, SUM -> folded(call, signature, args.getFirst());
            case ANY, ALL -> quantified(call, signature, args.getFirst());
            case RANGE -> range(call, number(args, 0), number(args, 1), scope);
            case JOIN -> join(call, args, scope);
            case UPPER -> limited(call, text(args, 0).toUpperCase(Locale.ROOT), scope);
            case LOWER -> limited(call, text(args, 0).toLowerCase(Locale.ROOT), scope);
            case REPLACE -> replace(call, args, scope);
            case SPLIT -> split(call, text(args, 0), text(args, 1), scope);
            case SUBNET -> addresses.subnet(call, args);
            case HOST_OF -> addresses.hostOf(call, args);
            case NTH_ADDRESS -> addresses.nth(call, args);
            case OFFSET, DIRECTORY, RAW, TCP, UDP ->
                new Value.Constructed(call.function().text(), args.getFirst());
        };
    }

    private Value length(Expr.Call call, Value of) {
        return switch (of) {
            case Value.Items(var items) -> Value.of((long) items.size());
            case Value.Members(var members) -> Value.of((long) members.size());
            case Value.Entries(var entries) -> Value.of((long) entries.size());
            case Value.Scalar(String text) -> Value.of((long) text.codePointCount(0, text.length()));
            case Value.Scalar(IntRange range) -> Value.of(range.size());
            case Value.Place(Entity blocks)
            when blocks.elements().isPresent() ->
                Value.of((long) blocks.elements().get().size());
            default -> refused(call, "a list, a set, a map, a string or a range, not " + EvalMessages.describe(of));
        };
    }

    private Value folded(Expr.Call call, Signature signature, Value of) {
        List<Value> items =
                of instanceof Value.Items(var all) ? all : of instanceof Value.Members(var all) ? all : List.of();
        if (items.isEmpty()) {
            return refused(call, "a non-empty list, not " + EvalMessages.describe(of));
        }
        if (signature != Signature.SUM) {
            return extreme(call, signature, items);
        }
        Arithmetic arithmetic = new Arithmetic(findings);
        Value total = items.getFirst();
        for (Value item : items.subList(1, items.size())) {
            Expr arg = call.args().getFirst().value();
            Value next = arithmetic.apply(new Expr.Binary(Expr.BinaryOp.ADD, arg, arg, call.span()), total, item);
            if (ValueFormatter.isOpen(next)) {
                return next;
            }
            total = next;
        }
        return total;
    }

    private Value extreme(Expr.Call call, Signature signature, List<Value> items) {
        Comparator<Value> order = (a, b) -> Operators.order(a, b).orElse(0);
        if (items.stream().anyMatch(v -> Operators.order(items.getFirst(), v).isEmpty())) {
            return refused(call, "a list of comparable values");
        }
        return (signature == Signature.MIN
                        ? items.stream().min(order)
                        : items.stream().max(order))
                .orElseThrow();
    }

    /** Whether one, or each, of a list of truths holds: none of an empty list does, and each. */
    private Value quantified(Expr.Call call, Signature signature, Value of) {
        boolean truths = of instanceof Value.Items(var items)
                && items.stream().allMatch(item -> item instanceof Value.Scalar(Boolean b));
        if (!truths) {
            return refused(call, "a list of `true` and `false`, like `[v.size > 1GiB for v in c.volume]`");
        }
        List<Value> items = ((Value.Items) of).items();
        return Value.of(signature == Signature.ANY ? items.contains(Value.of(true)) : !items.contains(Value.of(false)));
    }

    private Value range(Expr.Call call, long from, long to, Scope scope) {
        if (to < from) {
            return new Value.Items(List.of());
        }
        boolean wide = from < 0 && to - from < 0;
        if (wide || !scope.budget().elements(Limit.LIST_ELEMENTS, to - from, call.span())) {
            return Value.ERROR;
        }
        List<Value> items = new ArrayList<>();
        for (long n = from; n <= to; n++) {
            items.add(Value.of(n));
        }
        return new Value.Items(items);
    }

    private Value join(Expr.Call call, List<Value> args, Scope scope) {
        List<Value> items = args.getFirst() instanceof Value.Items(var all)
                ? all
                : args.getFirst() instanceof Value.Members(var all) ? all : null;
        if (items == null) {
            return refused(call, "a list and a string, not " + EvalMessages.describe(args.getFirst()));
        }
        List<String> texts = items.stream().map(ValueFormatter::text).toList();
        long length = texts.stream().mapToLong(String::length).sum()
                + (long) texts.size() * text(args, 1).length();
        return scope.budget().text(length, call.span()) ? Value.of(String.join(text(args, 1), texts)) : Value.ERROR;
    }

    private Value replace(Expr.Call call, List<Value> args, Scope scope) {
        if (text(args, 1).isEmpty()) {
            return refused(call, "a non-empty string to search for");
        }
        String text = text(args, 0);
        long most = text.length()
                + (long) (text.length() / text(args, 1).length())
                        * text(args, 2).length();
        return scope.budget().text(most, call.span())
                ? Value.of(text.replace(text(args, 1), text(args, 2)))
                : Value.ERROR;
    }

    private Value split(Expr.Call call, String text, String by, Scope scope) {
        if (by.isEmpty()) {
            return refused(call, "a non-empty separator");
        }
        long count = 1;
        for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, at + by.length())) {
            count++;
        }
        if (!scope.budget().elements(Limit.LIST_ELEMENTS, count, call.span())) {
            return Value.ERROR;
        }
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, from)) {
            parts.add(Value.of(text.substring(from, at)));
            from = at + by.length();
        }
        parts.add(Value.of(text.substring(from)));
        return new Value.Items(parts);
    }

    private static Value limited(Expr.Call call, String text, Scope scope) {
        return scope.budget().text(text.length(), call.span()) ? Value.of(text) : Value.ERROR;
    }

    private static String text(List<Value> args, int index) {
        return ValueFormatter.text(args.get(index));
    }

    private static long number(List<Value> args, int index) {
        return args.get(index) instanceof Value.Scalar(Long n) ? n : 0;
    }

    private Value refused(Expr.Call call, String wanted) {
        findings.add(Finding.of(Code.INVALID_ARGUMENTS, call.span(), "`" + call.function() + "` expects " + wanted));
        return Value.ERROR;
    }

    /** Functions with the types of their arguments; a function that accepts several types checks them itself. */
    enum Signature {
        LEN(Type.ANY),
        MIN(Type.ANY),
        MAX(Type.ANY),
        SUM(Type.ANY),
        ANY(Type.ANY),
        ALL(Type.ANY),
        RANGE(INT, INT),
        JOIN(Type.ANY, TEXT),
        UPPER(TEXT),
        LOWER(TEXT),
        REPLACE(TEXT, TEXT, TEXT),
        SPLIT(TEXT, TEXT),
        SUBNET(Type.ANY, INT, INT),
        HOST_OF(Type.ANY, Type.ANY),
        NTH_ADDRESS(Type.ANY, INT),
        OFFSET(INT),
        DIRECTORY(new Type.Of(Scalar.PATH)),
        RAW(new Type.Of(Scalar.PATH)),
        TCP(PORT),
        UDP(PORT);

        private final List<Type> parameters;

        Signature(Type... parameters) {
            this.parameters = List.of(parameters);
        }

        List<Type> parameters() {
            return parameters;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String described() {
            return parameters.size() == 1 ? "one argument" : parameters.size() + " positional arguments";
        }

        static Optional<Signature> of(String word) {
            return List.of(values()).stream().filter(s -> s.word().equals(word)).findFirst();
        }

        static List<String> names() {
            return List.of(values()).stream().map(Signature::word).toList();
        }
    }
}
