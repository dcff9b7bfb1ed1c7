package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** The sign before the braces of other languages, which stays in a string of bbc. */
final class DollarSigns {
    private DollarSigns() {}

    /** Returns the finding about the string before an expression. */
    static Optional<Finding> before(Expr part) {
        Span span = part.span();
        if (!(part instanceof Expr.Text)
                || !span.text().endsWith("$")
                || !span.file().path().endsWith(".bbc")) {
            return Optional.empty();
        }
        Span sign = new Span(span.file(), span.end() - 1, span.end());
        return Optional.of(
                Finding.of(Code.DOLLAR_BEFORE_EXPRESSION, sign, "`$` before an expression stays in the string")
                        .why("an expression in a string is written in braces alone")
                        .fix(new Fix("delete it, or write `\\u{24}`", List.of(new TextEdit(sign, "")))));
    }
}
