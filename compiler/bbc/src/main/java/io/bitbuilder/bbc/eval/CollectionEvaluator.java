package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.LoopVariables;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Evaluates lists, sets, maps and records, and the elements of loops. */
final class CollectionEvaluator {
    private final Evaluator evaluator;
    private final Findings findings;

    CollectionEvaluator(Evaluator evaluator, Findings findings) {
        this.evaluator = evaluator;
        this.findings = findings;
    }

    Value list(Expr.ListOf list, Expectation expected, Scope scope) {
        if (!scope.budget().elements(Limit.LIST_ELEMENTS, list.elements().size(), list.span())) {
            return Value.ERROR;
        }
        Expectation element = element(expected);
        List<Value> items = new ArrayList<>();
        for (Expr expr : list.elements()) {
            Value item = evaluator.eval(expr, element, scope);
            evaluator.places().add(item, expr.span());
            items.add(item);
        }
        return gathered(items);
    }

    Value comprehension(Expr.Comprehension expr, Expectation expected, Scope scope) {
        Value all = evaluator.eval(expr.in(), Expectation.ANY, scope);
        Optional<List<Map<String, Value>>> rounds =
                rounds(expr.variables(), all, expr.in().span(), scope);
        if (rounds.isEmpty()) {
            return ValueFormatter.isOpen(all) ? all : Value.ERROR;
        }
        Expectation element = element(expected);
        List<Value> items = new ArrayList<>();
        for (Map<String, Value> round : rounds.get()) {
            Scope inner = scope;
            for (Map.Entry<String, Value> variable : round.entrySet()) {
                inner = inner.with(variable.getKey(), variable.getValue());
            }
            Value kept =
                    expr.where().isPresent() ? evaluator.condition(expr.where().get(), inner) : Value.of(true);
            if (ValueFormatter.isOpen(kept)) {
                return kept;
            }
            if (kept.equals(Value.of(true))) {
                items.add(evaluator.eval(expr.element(), element, inner));
            }
        }
        return gathered(items);
    }

    /**
     * Returns the values of the variables in each round of a loop; empty when the value is open or has been reported.
     */
    Optional<List<Map<String, Value>>> rounds(LoopVariables variables, Value all, Span span, Scope scope) {
        String first = variables.first().text();
        if (variables.second().isEmpty()) {
            return elements(all, span, scope)
                    .map(elements ->
                            elements.stream().map(e -> Map.of(first, e)).toList());
        }
        Optional<SortedMap<String, Value>> entries = entriesOf(all);
        if (entries.isEmpty()) {
            if (!ValueFormatter.isOpen(all)) {
                findings.add(Finding.of(
                                Code.TYPE_MISMATCH,
                                span,
                                "cannot loop with two variables over " + EvalMessages.describe(all)
                                        + " (expected a map)")
                        .fix("write `for " + first + " in …`"));
            }
            return Optional.empty();
        }
        String second = variables.second().get().text();
        return scope.budget().elements(Limit.LOOP_ELEMENTS, entries.get().size(), span)
                ? Optional.of(entries.get().entrySet().stream()
                        .map(e -> Map.of(first, Value.of(e.getKey()), second, e.getValue()))
                        .toList())
                : Optional.empty();
    }

    private static Optional<SortedMap<String, Value>> entriesOf(Value all) {
        return switch (all) {
            case Value.Entries(var entries) -> Optional.of(entries);
            case Value.Place(MapEntity map) -> Optional.of(map.entries());
            default -> Optional.empty();
        };
    }

    private Optional<List<Value>> elements(Value given, Span span, Scope scope) {
        Value all = given instanceof Value.Place(Entity blocks)
                ? blocks.elements().<Value>map(Value.Items::new).orElse(given)
                : given;
        List<Value> elements = switch (all) {
            case Value.Items(var items) -> items;
            case Value.Members(var members) -> members;
            case Value.Entries(var entries) ->
                entries.keySet().stream().map(Value::of).toList();
            case Value.Scalar(IntRange range) -> numbers(range, span, scope);
            default -> {
                if (!ValueFormatter.isOpen(all)) {
                    findings.add(Finding.of(
                            Code.TYPE_MISMATCH,
                            span,
                            "cannot loop over " + EvalMessages.describe(all)
                                    + " (expected a list, set, map or range)"));
                }
                yield List.of();
            }
        };
        boolean loops = all instanceof Value.Items
                || all instanceof Value.Members
                || all instanceof Value.Entries
                || all instanceof Value.Scalar(IntRange r);
        return loops && scope.budget().elements(Limit.LOOP_ELEMENTS, elements.size(), span)
                ? Optional.of(elements)
                : Optional.empty();
    }

    private static List<Value> numbers(IntRange range, Span span, Scope scope) {
        long count = Math.subtractExact(range.last(), range.first());
        return scope.budget().elements(Limit.LOOP_ELEMENTS, count, span)
                ? LongStream.rangeClosed(range.first(), range.last())
                        .mapToObj(Value::of)
                        .toList()
                : List.of();
    }

    Value record(Expr.RecordOf record, Expectation expected, Scope scope) {
        Type core = Type.core(expected.type());
        SortedMap<String, Value> entries = new TreeMap<>();
        Value open = Value.NONE;
        for (Expr.RecordField field : record.fields()) {
            String name = field.name().text();
            Value value = evaluator.eval(field.value(), wantOf(core, expected, name), scope);
            if (entries.put(name, value) != null) {
                findings.add(Finding.of(
                        Code.DUPLICATE_NAME, field.name().span(), "duplicate field `" + name + "` in record"));
                return Value.ERROR;
            }
            evaluator
                    .places()
                    .put(name, new EntryPlace(field.name().span(), field.value().span()));
            open = ValueFormatter.isOpen(value) ? ValueFormatter.firstOpen(value, open) : open;
        }
        return ValueFormatter.isOpen(open) ? open : new Value.Entries(entries);
    }

    private static Expectation wantOf(Type core, Expectation expected, String name) {
        return switch (core) {
            case Type.MapOf(Type k, Type v) -> expected.element(v);
            case Type.RecordOf r -> {
                Type type = r.field(name).map(Field::type).orElse(Type.ANY);
                yield Expectation.of(type, "`" + name + "` of " + expected.what());
            }
            default -> Expectation.ANY;
        };
    }

    private static Expectation element(Expectation expected) {
        return switch (Type.core(expected.type())) {
            case Type.ListOf(Type t) -> expected.element(t);
            case Type.SetOf(Type t) -> expected.element(t);
            default -> Expectation.ANY;
        };
    }

    private static Value gathered(List<Value> items) {
        Value open = Value.NONE;
        for (Value item : items) {
            open = ValueFormatter.isOpen(item) ? ValueFormatter.firstOpen(item, open) : open;
        }
        return ValueFormatter.isOpen(open) ? open : new Value.Items(items);
    }
}
