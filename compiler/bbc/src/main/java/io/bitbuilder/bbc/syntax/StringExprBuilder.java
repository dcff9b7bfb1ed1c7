package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.bbc.grammar.BbcParser.TextContext;
import io.bitbuilder.bbc.grammar.BbcParser.TextPartContext;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.core.source.UnicodeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;

/** Builds strings: decodes escapes, and parses expressions in braces with their spans in the file. */
final class StringExprBuilder {
    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final ExprBuilder exprs;

    StringExprBuilder(TokenPositions places, SyntaxFindings findings, ExprBuilder exprs) {
        this.places = places;
        this.findings = findings;
        this.exprs = exprs;
    }

    /** Builds a string, or a template if it contains expressions. */
    Expr text(TextContext node) {
        Span span = places.of(node);
        if (node.RAW_TEXT() != null) {
            return new Expr.Text(StringLiterals.multiLine(node.start.getText(), 3), span);
        }
        List<Expr> parts = parts(node.textPart());
        if (parts.isEmpty()) {
            return new Expr.Text("", span);
        }
        if (parts.size() == 1 && parts.getFirst() instanceof Expr.Text only) {
            return new Expr.Text(only.value(), span);
        }
        return new Expr.Template(parts, span);
    }

    /** Builds a string that is a name and so must be plain. */
    Name plain(TextContext node) {
        return switch (text(node)) {
            case Expr.Text t -> new Name(t.value(), t.span());
            case Expr other -> {
                findings.add(Finding.of(
                                Code.SYNTAX_ERROR,
                                other.span(),
                                "expected a plain string as key, found one with an expression")
                        .why("keys are known before anything is evaluated")
                        .fix("write the key out, like `({ \"a key\" = 1 })`"));
                yield new Name("", other.span());
            }
        };
    }

    private List<Expr> parts(List<TextPartContext> nodes) {
        List<Expr> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        Span span = null;
        for (TextPartContext node : nodes) {
            if (node.expr() == null) {
                append(node.start, literal);
                span = span == null ? places.of(node) : span.to(places.of(node));
                continue;
            }
            if (span != null) {
                parts.add(new Expr.Text(literal.toString(), span));
                literal.setLength(0);
                span = null;
            }
            parts.add(exprs.expr(node.expr()));
        }
        if (span != null) {
            parts.add(new Expr.Text(literal.toString(), span));
        }
        return parts;
    }

    private void append(Token part, StringBuilder out) {
        if (part.getType() == BbcParser.TEXT_PART) {
            out.append(part.getText());
            return;
        }
        OptionalInt character = StringLiterals.escape(part.getText());
        if (character.isEmpty()) {
            findings.add(
                    Finding.of(Code.UNKNOWN_ESCAPE, places.of(part), "unknown escape sequence `" + part.getText() + "`")
                            .why("the escape sequences are `\\n`, `\\t`, `\\\"`, `\\\\`, `\\{` and "
                                    + "`\\u{...}` with one to six hexadecimal digits")
                            .fix("write `\\\\` for a backslash; strings in `'''` have no escape sequences"));
        } else if (!allowed(character.getAsInt())) {
            findings.add(Finding.of(
                            Code.FORBIDDEN_ESCAPE,
                            places.of(part),
                            "escape of a forbidden character: " + UnicodeRules.describe(character.getAsInt()))
                    .why("control, invisible, direction and unassigned characters are not allowed "
                            + "anywhere, not even as an escape")
                    .fix("remove it"));
        } else {
            out.appendCodePoint(character.getAsInt());
        }
    }

    private static boolean allowed(int codePoint) {
        return Character.isValidCodePoint(codePoint) && codePoint != '\r' && !UnicodeRules.isForbidden(codePoint);
    }
}
