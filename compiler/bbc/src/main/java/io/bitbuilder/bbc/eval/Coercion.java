package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.core.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Coerces a value to the expected type, with the few conversions that lose nothing. */
final class Coercion {
    private final Evaluator evaluator;
    private final Findings findings;

    Coercion(Evaluator evaluator, Findings findings) {
        this.evaluator = evaluator;
        this.findings = findings;
    }

    /** Returns the value coerced to the expected type, or an error that has been reported. */
    Value fit(Value value, Expectation expected, Span span, Scope scope) {
        if (ValueFormatter.isOpen(value) || expected.type() instanceof Type.Any) {
            return value;
        }
        return switch (value) {
            case Value.Auto a when expected.auto() -> value;
            case Value.Auto a -> refused(expected, span, "auto", "this value is not allocated");
            case Value.None n when Type.isOptional(expected.type()) -> value;
            case Value.None n -> refused(expected, span, "none", "this value is not optional");
            default -> typed(value, expected, span, scope);
        };
    }

    private Value typed(Value value, Expectation expected, Span span, Scope scope) {
        return switch (expected.type()) {
            case Type.Maybe(Type t) -> fit(value, expected.as(t), span, scope);
            case Type.Refined r -> refined(fit(value, expected.as(r.type()), span, scope), r, expected, span, scope);
            case Type.Of(Scalar s) when s == Scalar.DIRECTIVE_TEXT -> directive(value, expected, span, scope);
            case Type.Of(Scalar s) -> scalar(value, s, expected, span, scope);
            case Type.OneOf(var words) ->
                value instanceof Value.Word w && w.of().equals(words) ? value : mismatch(value, expected, span, scope);
            case Type.Ref(String kind) -> reference(value, kind, expected, span, scope);
            case Type.ListOf(Type t) ->
                value instanceof Value.Items(var items)
                        ? new Value.Items(all(items, expected.element(t), span, scope))
                        : mismatch(value, expected, span, scope);
            case Type.SetOf(Type t) -> set(value, t, expected, span, scope);
            case Type.MapOf(Type k, Type v) -> map(value, v, expected, span, scope);
            case Type.RecordOf r ->
                value instanceof Value.Entries(var entries)
                        ? record(entries, r, expected, span, scope)
                        : mismatch(value, expected, span, scope);
            case Type.Any a -> value;
        };
    }

    private Value directive(Value value, Expectation expected, Span span, Scope scope) {
        boolean done = value instanceof Value.Scalar(DirectiveText t);
        return done
                ? value
                : DirectiveFormatter.of(value, span, evaluator.places())
                        .map(Value::of)
                        .orElseGet(() -> mismatch(value, expected, span, scope));
    }

    private Value refined(Value value, Type.Refined type, Expectation expected, Span span, Scope scope) {
        if (ValueFormatter.isOpen(value) || value instanceof Value.None || value instanceof Value.Auto) {
            return value;
        }
        Value holds = evaluator.eval(type.condition(), Expectation.ANY, scope.with("it", value));
        if (holds instanceof Value.Scalar(Boolean b) && !b) {
            String rule = type.condition().span().text().strip();
            findings.add(Finding.of(
                            Code.VALUE_OUT_OF_RANGE,
                            span,
                            expected.what() + " is out of range: " + ValueFormatter.quoted(value))
                    .label("required: " + rule.replaceAll("\\bit\\b", "the value"))
                    .why("its type is `" + Type.text(type) + " where " + rule + "`"));
            return Value.ERROR;
        }
        return value;
    }

    private Value scalar(Value value, Scalar want, Expectation place, Span span, Scope scope) {
        if (value instanceof Value.Scalar(Object of)) {
            boolean spelt = of instanceof String && (want.notation().text() || want == Scalar.SYSCALL_GROUP);
            boolean ports = want == Scalar.PORT && of instanceof Long
                    || want == Scalar.PORT_RANGE && (of instanceof Long || of instanceof IntRange);
            if (spelt || ports) {
                return parsed(of.toString(), want, place, span);
            }
            if (ScalarTypes.isOne(of, want)) {
                return value;
            }
            boolean number = of instanceof Long || of instanceof BigDecimal;
            if (number && (want == Scalar.CPU || want == Scalar.DECIMAL)) {
                return parsed(of instanceof BigDecimal d ? d.toPlainString() : of.toString(), want, place, span);
            }
        }
        boolean assigned = value instanceof Value.Word w && w.of().name().equals(want.word());
        boolean made =
                value instanceof Value.Constructed m && want.notation().calls().contains(m.function());
        return assigned || made ? value : mismatch(value, place, span, scope);
    }

    /** Parses a string or number by the parser of its scalar type. */
    Value parsed(String text, Scalar scalar, Expectation expected, Span span) {
        return switch (scalar.parse(text)) {
            case Parsed.Good<?>(Object good) -> Value.of(good);
            case Parsed.Bad<?>(Reason reason) -> {
                String word = scalar.notation().words().isEmpty() ? scalar.word() : "address";
                String whole = reason.part().equals(text)
                        ? reason.words()
                        : "invalid " + word + " `" + text + "`: " + reason.words();
                findings.add(Finding.of(Code.INVALID_VALUE, span, whole)
                        .label(
                                expected.what().equals("this")
                                        ? ""
                                        : expected.what() + " expects " + Type.described(expected.type()))
                        .fix(Respelling.ofName(text, scalar, span)
                                .or(() -> Respelling.ofSubnet(text, scalar, span))
                                .orElseGet(() -> Fix.of(Suggestions.closest(text, scalar.known())
                                        .map(near -> "did you mean `" + near + "`?")
                                        .orElse("write it like `" + scalar.example() + "`")))));
                yield Value.ERROR;
            }
        };
    }

    private Value reference(Value value, String kind, Expectation expected, Span span, Scope scope) {
        if (value instanceof Value.Scalar(String name)) {
            return scope.reference(kind, name, span);
        }
        Value found = value instanceof Value.Place(Entity of)
                ? of.reference().<Value>map(r -> r).orElse(value)
                : value;
        if (found instanceof Value.Ref(String of, String name) && !of.equals(kind) && kind.equals(Schema.WORKLOAD)) {
            return scope.reference(kind, name, span);
        }
        return found instanceof Value.Ref r && r.kind().equals(kind) ? found : mismatch(value, expected, span, scope);
    }

    private Value set(Value value, Type element, Expectation expected, Span span, Scope scope) {
        return switch (value) {
            case Value.Items(var items) -> new Value.Members(all(items, expected.element(element), span, scope));
            case Value.Members(var members) -> new Value.Members(all(members, expected.element(element), span, scope));
            default -> mismatch(value, expected, span, scope);
        };
    }

    private List<Value> all(List<Value> values, Expectation expected, Span span, Scope scope) {
        List<Value> fitted = new ArrayList<>();
        values.forEach(v -> fitted.add(fit(v, expected, span, scope)));
        return fitted;
    }

    /** Coerces a map; the empty map is written as the empty list. */
    private Value map(Value value, Type type, Expectation expected, Span span, Scope scope) {
        boolean empty = value instanceof Value.Items(var items) && items.isEmpty();
        if (!empty && !(value instanceof Value.Entries)) {
            return mismatch(value, expected, span, scope);
        }
        SortedMap<String, Value> entries = value instanceof Value.Entries(var given) ? given : new TreeMap<>();
        SortedMap<String, Value> fitted = new TreeMap<>();
        entries.forEach((key, entry) -> fitted.put(key, fit(entry, expected.element(type), span, scope)));
        return new Value.Entries(fitted);
    }

    /** Returns a record with every field of its type; omitted fields have their defaults. */
    private Value record(
            SortedMap<String, Value> entries, Type.RecordOf type, Expectation expected, Span span, Scope scope) {
        SortedMap<String, Value> fitted = new TreeMap<>();
        for (Field field : type.fields()) {
            Expectation place = Expectation.of(field.type(), "`" + field.name() + "` of " + expected.what());
            Value given = entries.get(field.name());
            if (given != null) {
                fitted.put(field.name(), fit(given, place, span, scope));
            } else if (field.value().isPresent()) {
                fitted.put(field.name(), evaluator.eval(field.value().get(), place, scope));
            } else if (Type.isOptional(field.type())) {
                fitted.put(field.name(), Value.NONE);
            } else {
                findings.add(Finding.of(Code.TYPE_MISMATCH, span, "missing field `" + field.name() + "` in record")
                        .label(place.what() + " expects " + Type.described(field.type())));
                return Value.ERROR;
            }
        }
        return unknownField(entries, type, span) ? Value.ERROR : new Value.Entries(fitted);
    }

    private boolean unknownField(Map<String, Value> entries, Type.RecordOf type, Span span) {
        List<String> known = type.fields().stream().map(Field::name).toList();
        for (String name : entries.keySet()) {
            if (!known.contains(name)) {
                findings.add(EvalMessages.unknown(
                        Code.UNKNOWN_MEMBER, span, "unknown field `" + name + "` in record", name, known));
                return true;
            }
        }
        return false;
    }

    /** Reports a type mismatch. */
    Value mismatch(Value value, Expectation expected, Span span, Scope scope) {
        return mismatch(EvalMessages.describe(value), expected, span, scope);
    }

    /** Reports a literal or list that the expected type does not have. */
    Value mismatch(String found, Expectation expected, Span span, Scope scope) {
        Finding finding = Finding.of(
                        Code.TYPE_MISMATCH,
                        span,
                        expected.what() + " expects " + Type.described(expected.type()) + ", not " + found)
                .label("this is " + found);
        findings.add(Respelling.of(expected, span, scope).map(finding::fix).orElse(finding));
        return Value.ERROR;
    }

    private Value refused(Expectation expected, Span span, String word, String reason) {
        findings.add(Finding.of(
                        Code.AUTO_OR_NONE_NOT_ALLOWED,
                        span,
                        "`" + word + "` is not allowed for " + expected.what() + ": " + reason)
                .fix("write " + Type.described(expected.type())));
        return Value.ERROR;
    }
}
