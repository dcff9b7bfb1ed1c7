package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Checks single tokens. */
final class TokenCheck {
    private final Limits limits;
    private final SyntaxFindings findings;
    private int badEnd = -1;
    private int quoteLine = -1;
    private boolean textOpen;

    TokenCheck(Limits limits, SyntaxFindings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Reports mistakes; returns false if the token must not reach the parser. */
    boolean accept(CommonToken token) {
        int length = token.getStopIndex() + 1 - token.getStartIndex();
        if (3L * length > limits.tokenBytes()
                && token.getText().getBytes(StandardCharsets.UTF_8).length > limits.tokenBytes()) {
            over(Limit.TOKEN_BYTES, token, "this token is too long");
            return true;
        }
        switch (token.getType()) {
            case BbcLexer.IDENT -> name(token, length);
            case BbcLexer.INT -> integer(token, length);
            case BbcLexer.QUANTITY -> quantity(token);
            case BbcLexer.BAD_NUMBER -> badNumber(token);
            case BbcLexer.DOC -> closed(token, "\"\"\"");
            case BbcLexer.RAW_TEXT -> closed(token, "'''");
            case BbcLexer.BAD_CHAR, BbcLexer.TEXT_BAD -> {
                badCharacter(token);
                return false;
            }
            default -> {
                // The others need no check.
            }
        }
        return true;
    }

    /** Returns whether the token is an identifier or a word that can be a name. */
    static boolean isWord(int type) {
        return type == BbcLexer.IDENT || type >= BbcLexer.WORKLOAD && type <= BbcLexer.REF;
    }

    /** Returns whether the token is a literal other than a string. */
    static boolean isLiteral(int type) {
        return type >= BbcLexer.INT && type <= BbcLexer.BAD_NUMBER;
    }

    /** Returns whether a string runs to the end of the file, so that closing brackets after it were not seen. */
    boolean textOpen() {
        return textOpen;
    }

    private void name(Token token, int length) {
        if (length > limits.nameBytes()) {
            over(Limit.NAME_BYTES, token, "this name has " + length + " bytes");
        }
    }

    private void integer(Token token, int length) {
        if (length > limits.integerDigits()) {
            over(Limit.INTEGER_DIGITS, token, "this number has " + length + " digits");
        }
    }

    private void quantity(CommonToken token) {
        String text = token.getText();
        Optional<Expr.LiteralKind> kind = Units.kindOf(text);
        if (kind.isPresent()) {
            return;
        }
        token.setType(BbcLexer.BAD_NUMBER);
        if (Units.lacksByte(text)) {
            findings.addToken(Finding.of(
                            Code.AMBIGUOUS_SIZE_UNIT,
                            span(token),
                            "ambiguous size unit in `" + text + "`: " + Units.binary(text) + " (binary) or "
                                    + Units.decimal(text) + " (decimal)")
                    .why("the two readings differ by 7% for GiB and GB, so a size needs its full unit")
                    .fix("write `" + Units.binary(text) + "` or `" + Units.decimal(text) + "`"));
        } else {
            badNumber(token);
        }
    }

    private void badNumber(Token token) {
        findings.addToken(Finding.of(
                        Code.INVALID_NUMBER, span(token), "invalid number or unknown unit `" + token.getText() + "`")
                .why("sizes end with B, KiB, MiB, GiB, TiB, PiB (binary) or KB, MB, GB, TB, PB "
                        + "(decimal); time spans with us, ms, s, min, h, d; rates with bit, Kbit, Mbit, Gbit, Tbit")
                .fix(Units.nearest(token.getText())
                        .map(near -> "write `" + near + "`")
                        .orElse("write a number with one of these units, such as `512MiB`; a "
                                + "name begins with a letter")));
    }

    private void closed(Token token, String quotes) {
        String text = token.getText();
        if (text.length() < 2 * quotes.length() || !text.endsWith(quotes)) {
            textOpen = true;
            findings.addToken(Finding.of(
                            Code.UNTERMINATED_STRING,
                            findings.span(token.getStartIndex(), token.getStartIndex() + quotes.length()),
                            "unterminated string")
                    .why("a string that begins with `" + quotes + "` runs to the next `" + quotes + "`")
                    .fix("close it with `" + quotes + "`"));
        }
    }

    /** Reports a run of them once, and a pair of quotes once. */
    private void badCharacter(Token token) {
        boolean follows = token.getStartIndex() == badEnd;
        boolean closes = token.getText().equals("'") && token.getLine() == quoteLine;
        badEnd = token.getStopIndex() + 1;
        quoteLine = token.getText().equals("'") && !closes ? token.getLine() : -1;
        if (!follows && !closes) {
            Span span = quoted(token);
            String text = span.file().text();
            // The lexer reads UTF-16, in which some characters are two tokens.
            String character = Character.toString(text.codePointAt(span.start()));
            Span whole = new Span(span.file(), span.start(), Math.max(span.end(), span.start() + character.length()));
            findings.addToken(Finding.of(Code.UNEXPECTED_CHARACTER, whole, "unexpected character `" + character + "`")
                    .why("characters other than letters, digits and the language's operators are allowed "
                            + "in strings and comments only")
                    .fix(hint(token.getText())));
        }
    }

    /** Returns the span up to the closing quote for a quote, else that of the token. */
    private Span quoted(Token token) {
        Span span = span(token);
        int line = span.file().text().indexOf('\n', span.end());
        int close = token.getText().equals("'") ? span.file().text().indexOf('\'', span.end()) : -1;
        return close >= 0 && (line < 0 || close < line) ? new Span(span.file(), span.start(), close + 1) : span;
    }

    private static String hint(String text) {
        return switch (text) {
            case "'" -> "write strings in double quotes, `\"name\"`";
            case "%" -> "a percentage is one token, `90%`; there is no remainder operator";
            case "&" -> "write `and`";
            case "|" -> "write `or`";
            case "!" -> "write `not`";
            case "$" -> "write an expression in a string in braces, `\"{name}\"`";
            default -> "delete it, or write it in a string";
        };
    }

    private void over(Limit limit, Token token, String what) {
        findings.addToken(LimitFinding.of(limit, limits, span(token), what));
    }

    private Span span(Token token) {
        return findings.span(token.getStartIndex(), token.getStopIndex() + 1);
    }
}
