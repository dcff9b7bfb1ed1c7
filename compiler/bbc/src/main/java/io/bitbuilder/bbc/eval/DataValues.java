package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Findings;

/** Values of data files: a file has strings and numbers only, and the expected type says what each of them is. */
final class DataValues {
    private final Coercion conform;
    private final Findings findings;

    DataValues(Coercion conform, Findings findings) {
        this.conform = conform;
        this.findings = findings;
    }

    /** Returns the value; without a type it is a string. No name of the program has a meaning in a file. */
    Value value(Expr.Datum datum, Expectation expected, Scope scope) {
        String text = datum.text();
        if (text.isEmpty() && !datum.isString() && Type.isOptional(expected.type())) {
            return Value.NONE;
        }
        if (datum.isString() && isNumberOrTruth(Type.core(expected.type()))) {
            return conform.mismatch("the string \"" + text + "\"", expected, datum.span(), scope);
        }
        return switch (Type.core(expected.type())) {
            case Type.Of(Scalar scalar)
            when scalar == Scalar.BOOL && (text.equals("true") || text.equals("false")) ->
                Value.of(text.equals("true"));
            case Type.Of(Scalar scalar)
            when scalar == Scalar.BOOL || scalar == Scalar.DIRECTIVE_TEXT ->
                conform.mismatch("`" + text + "`", expected, datum.span(), scope);
            case Type.Of(Scalar scalar) -> conform.parsed(text, scalar, expected, datum.span());
            case Type.OneOf(EnumType words) -> word(datum, words, expected);
            case Type.Ref(String kind) -> scope.reference(kind, text, datum.span());
            case Type.Any any -> Value.of(text);
            default -> conform.mismatch("`" + text + "`", expected, datum.span(), scope);
        };
    }

    /** JSON has notations of its own for these. */
    private static boolean isNumberOrTruth(Type type) {
        return type instanceof Type.Of(Scalar scalar)
                && (scalar == Scalar.BOOL
                        || scalar.notation().literals().contains(Expr.LiteralKind.INT)
                                && !scalar.notation().text());
    }

    private Value word(Expr.Datum datum, EnumType words, Expectation expected) {
        int index = words.indexOf(datum.text());
        if (index >= 0) {
            return new Value.Word(words, index);
        }
        findings.add(EvalMessages.unknown(
                Code.UNKNOWN_NAME,
                datum.span(),
                "unknown value `" + datum.text() + "` for " + expected.what(),
                datum.text(),
                words.words()));
        return Value.ERROR;
    }
}
