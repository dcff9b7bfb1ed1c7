package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.syntax.Expr.BinaryOp;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Builds the sentences that several findings share. */
public final class EvalMessages {
    private static final int SHOWN = 12;

    private EvalMessages() {}

    /**
     * Returns a finding about an unknown name that suggests the nearest known ones or, if there are few, lists them
     * all.
     */
    public static Finding unknown(Code code, Span span, String message, String name, Collection<String> known) {
        Finding finding = Finding.of(code, span, message);
        SortedSet<String> near = Suggestions.nearest(name, known);
        if (near.size() > 1) {
            return finding.fix("write "
                    + near.stream().limit(SHOWN).map(n -> "`" + n + "`").collect(Collectors.joining(" or ")));
        }
        if (!near.isEmpty()) {
            String word = near.first();
            List<TextEdit> edits = span.text().equals(name) ? List.of(new TextEdit(span, word)) : List.of();
            // Names that people give mean different things; those of the language are misspelled.
            boolean certain = code != Code.UNKNOWN_REFERENCE && Suggestions.isObvious(name, word);
            return finding.fix(new Fix("write `" + word + "`", edits, certain));
        }
        Collection<String> sorted = new TreeSet<>(known);
        return sorted.isEmpty() || sorted.size() > SHOWN
                ? finding
                : finding.fix("use one of: " + String.join(", ", sorted));
    }

    /** Returns the message about operands of unsupported types. */
    static String operands(BinaryOp op, Value left, Value right) {
        return "unsupported operands for `" + Operators.symbol(op) + "`: " + describe(left) + " and " + describe(right);
    }

    /** Returns a value as messages name it: "the size 2GiB", "the string "x"". */
    static String describe(Value value) {
        return switch (value) {
            case Value.Scalar(Boolean b) -> "`" + b + "`";
            case Value.Scalar(Long n) -> "the number " + n;
            case Value.Scalar(Object of) -> "the " + noun(ScalarTypes.of(of)) + " " + ValueFormatter.quoted(value);
            case Value.Word w -> "`" + w.word() + "` of " + w.of().name();
            case Value.Ref r -> "the " + r.kind() + " " + r.name();
            case Value.Items i -> "a list";
            case Value.Members m -> "a set";
            case Value.Entries e -> "a record";
            case Value.Constructed m -> "`" + m.function() + "(…)`";
            case Value.Place(Entity of) -> of.title();
            case Value.Auto a -> "`auto`";
            case Value.None n -> "`none`";
            case Value.Late l -> l.claim();
            case Value.Error e -> "an error";
        };
    }

    private static String noun(Scalar scalar) {
        return switch (scalar) {
            case TEXT -> "string";
            case INT_RANGE -> "range";
            default ->
                scalar.word()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replaceAll("[46]$", "")
                        .toLowerCase(Locale.ROOT);
        };
    }
}
