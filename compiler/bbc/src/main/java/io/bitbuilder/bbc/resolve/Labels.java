package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes the key of a block from the labels of its entry. */
final class Labels {
    private Labels() {}

    /** Returns the names of the key's fields in the order of the labels, those after the arrow last. */
    static List<String> order(Kind element, List<String> by) {
        Kind.KeyNotation notation = element.keyNotation();
        if (notation.before().isEmpty()) {
            return by;
        }
        List<String> names = new ArrayList<>(notation.before());
        names.addAll(notation.target());
        return names;
    }

    /** Returns the names of the key's fields. */
    static List<String> by(Kind holder, String word) {
        return holder.keyedBlocks(word).map(KeyedBlocks::by).orElse(List.of("name"));
    }

    /** Returns all labels, the one after the arrow last. */
    static List<Stmt.Label> all(Stmt.Entry entry) {
        List<Stmt.Label> labels = new ArrayList<>(entry.labels());
        entry.target().ifPresent(labels::add);
        return labels;
    }

    /** Returns the place that names the block: its keyword and its labels. */
    static Span span(Stmt.Entry entry) {
        List<Stmt.Label> labels = all(entry);
        return labels.isEmpty()
                ? entry.kind().span()
                : entry.kind().span().to(labels.getLast().span());
    }

    /** Returns the key; empty if a label has been reported as invalid. */
    static Optional<BlockKey> key(
            Stmt.Entry entry, Kind holder, Kind element, LexicalScope env, ProgramContext context) {
        List<Stmt.Label> labels = all(entry);
        List<String> by = by(holder, entry.kind().text());
        List<String> order = order(element, by);
        if (labels.size() != order.size()) {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>();
        for (String name : by) {
            Value value = value(labels.get(order.indexOf(name)), name, element, env, context);
            if (ValueFormatter.isOpen(value)) {
                return Optional.empty();
            }
            values.add(value);
        }
        String text = values.stream().map(ValueFormatter::text).collect(Collectors.joining("/"));
        return Optional.of(new BlockKey(entry.kind().text(), by, values, text));
    }

    private static Value value(Stmt.Label label, String name, Kind element, LexicalScope env, ProgramContext context) {
        Optional<Field> field = element.field(name);
        Type type = field.map(Field::type).orElse(new Type.Of(Scalar.NAME));
        Expectation expected = new Expectation(
                type,
                "`" + name + "` of " + element.name(),
                field.map(Field::late).orElse(false));
        Scope scope = label.computed() ? env : new LabelScope(env);
        Value raw = context.evaluator().eval(label.value(), expected, scope);
        Value value = new Guards(context, UnaryOperator.identity()).known(raw, label.span());
        return field.isEmpty() && value instanceof Value.Scalar(String text)
                ? named(text, label.span(), element, context)
                : value;
    }

    private static Value named(String text, Span span, Kind element, ProgramContext context) {
        return legal(text, span, element.name(), context) ? Value.of(text) : Value.ERROR;
    }

    /** Returns whether a block may have that name; otherwise reports it. */
    static boolean legal(String text, Span span, String kind, ProgramContext context) {
        Optional<Finding> invalid = invalid(text, span, kind);
        invalid.ifPresent(context::report);
        return invalid.isEmpty();
    }

    /** Returns the finding for a name that a block cannot have. */
    static Optional<Finding> invalid(String text, Span span, String kind) {
        if (!(PlainName.parse(text) instanceof Parsed.Bad<String>(Reason reason))) {
            return Optional.empty();
        }
        String article = "aeiouAEIOU".indexOf(kind.charAt(0)) < 0 ? "a " : "an ";
        return Optional.of(Finding.of(
                        Code.INVALID_NAME,
                        span,
                        "invalid name `" + text + "` for " + article + kind + ": " + reason.words())
                .why("the name becomes part of unit, file and interface names")
                .fix("use a-z, 0-9 and single `-`, beginning with a letter"));
    }
}
