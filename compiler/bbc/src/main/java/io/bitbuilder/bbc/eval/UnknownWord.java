package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Reports a bare word that names nothing, by what its place expects. */
final class UnknownWord {
    private UnknownWord() {}

    /** Returns the finding; a place of a scalar type takes no names of blocks, so they are not listed. */
    static Finding finding(Expr.NameRef word, Expectation expected, String message, List<String> known, Scope scope) {
        Span span = word.span();
        Finding finding = Finding.of(Code.UNKNOWN_NAME, span, message);
        if (scope.isLocalElsewhere(word.name())) {
            String computed = "(" + word.name() + ")";
            return finding.why("a bare word in a label is literal; a value is in parentheses")
                    .fix(Fix.certain("write `" + computed + "`", new TextEdit(span, computed)));
        }
        boolean alone = Suggestions.nearest(word.name(), known).isEmpty();
        Optional<Fix> respelled = Respelling.ofWord(expected, span, alone);
        Optional<String> example = example(Type.core(expected.type()));
        boolean scalar = example.isPresent();
        if (respelled.isEmpty() && (!scalar || !alone)) {
            return interpolated(EvalMessages.unknown(Code.UNKNOWN_NAME, span, message, word.name(), known), span);
        }
        return respelled
                .map(finding::fix)
                .orElseGet(() -> finding.fix("write it like `" + example.orElseThrow() + "`"));
    }

    /** Returns an example of a scalar, or of a list or set of scalars, which no block can be. */
    private static Optional<String> example(Type core) {
        return switch (core) {
            case Type.Of(Scalar s) -> Optional.of(s.example());
            case Type.ListOf(Type element) -> example(Type.core(element)).map(e -> "[" + e + "]");
            case Type.SetOf(Type element) -> example(Type.core(element)).map(e -> "[" + e + "]");
            default -> Optional.empty();
        };
    }

    /** Names the notation of a literal brace, if the expression looks like a variable of a shell. */
    private static Finding interpolated(Finding finding, Span span) {
        String text = span.file().text();
        int brace = span.start() - 1;
        boolean shell = brace > 0 && text.charAt(brace) == '{' && "$%".indexOf(text.charAt(brace - 1)) >= 0;
        Span at = new Span(span.file(), Math.max(brace, 0), Math.max(brace, 0));
        return shell
                ? new Finding(
                        finding.code(),
                        finding.message(),
                        finding.primary(),
                        finding.secondary(),
                        Optional.of("`{` in a string begins an expression, and nothing is read from the environment"),
                        List.of(new Fix(
                                "write `" + text.charAt(brace - 1) + "\\{" + span.text()
                                        + "}` if the guest replaces it",
                                List.of(new TextEdit(at, "\\")))),
                        finding.verdict())
                : finding;
    }
}
