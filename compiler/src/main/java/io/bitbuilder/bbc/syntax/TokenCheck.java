package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.LimitFinding;
import io.bitbuilder.bbc.grammar.BbcLexer;
import io.bitbuilder.bbc.source.Limit;
import io.bitbuilder.bbc.source.Limits;
import io.bitbuilder.bbc.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** What is right or wrong with a token by itself. */
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

    /** Reports what is wrong; false when the token must not reach the parser. */
    boolean accept(CommonToken token) {
        int length = token.getStopIndex() + 1 - token.getStartIndex();
        if (3L * length > limits.tokenBytes() && token.getText().getBytes(StandardCharsets.UTF_8).length > limits.tokenBytes()) {
            over(Limit.TOKEN_BYTES, token, "this token has more bytes");
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
                // Nothing can be wrong with the others by themselves.
            }
        }
        return true;
    }

    /** True for identifiers and for words that can be names. */
    static boolean isWord(int type) {
        return type == BbcLexer.IDENT || type >= BbcLexer.WORKLOAD && type <= BbcLexer.REF;
    }

    /** True for literals other than texts. */
    static boolean isLiteral(int type) {
        return type >= BbcLexer.INT && type <= BbcLexer.BAD_NUMBER;
    }

    /** True when a text runs to the end of the file, so that closers behind it were not seen. */
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
            findings.addToken(Finding.of(Code.LEX020, span(token), "`" + text + "` has two readings: " + Units.binary(text) + " (binary) and " + Units.decimal(text) + " (decimal)")
                    .why("a size is written with its whole unit, so that nobody has to guess 7% of it")
                    .fix("write `" + Units.binary(text) + "` or `" + Units.decimal(text) + "`"));
        } else {
            badNumber(token);
        }
    }

    private void badNumber(Token token) {
        findings.addToken(Finding.of(Code.LEX021, span(token), "`" + token.getText() + "` is no number, size, time span, rate or address")
                .why("sizes end with B, KiB, MiB, GiB, TiB, PiB (binary) or KB, MB, GB, TB, PB (decimal); time spans with us, ms, s, min, h, d; rates with bit, Kbit, Mbit, Gbit, Tbit")
                .fix(Units.nearest(token.getText()).map(near -> "write `" + near + "`")
                        .orElse("write a number and one of these units, such as `512MiB`; a name begins with a letter")));
    }

    private void closed(Token token, String quotes) {
        String text = token.getText();
        if (text.length() < 2 * quotes.length() || !text.endsWith(quotes)) {
            textOpen = true;
            findings.addToken(Finding.of(Code.LEX022, findings.span(token.getStartIndex(), token.getStartIndex() + quotes.length()), "this text is not closed")
                    .why("a text that begins with `" + quotes + "` runs to the next `" + quotes + "`")
                    .fix("close it with `" + quotes + "`"));
        }
    }

    /** One finding for a run of them, and one for a pair of quotes. */
    private void badCharacter(Token token) {
        boolean follows = token.getStartIndex() == badEnd;
        boolean closes = token.getText().equals("'") && token.getLine() == quoteLine;
        badEnd = token.getStopIndex() + 1;
        quoteLine = token.getText().equals("'") && !closes ? token.getLine() : -1;
        if (!follows && !closes) {
            findings.addToken(Finding.of(Code.LEX024, quoted(token), "the language does not use `" + token.getText() + "` here")
                    .why("characters other than letters, digits and the language's own signs stand in texts and comments")
                    .fix(hint(token.getText())));
        }
    }

    /** For a quote everything up to the one that closes it, else the token alone. */
    private Span quoted(Token token) {
        Span span = span(token);
        int line = span.file().text().indexOf('\n', span.end());
        int close = token.getText().equals("'") ? span.file().text().indexOf('\'', span.end()) : -1;
        return close >= 0 && (line < 0 || close < line) ? new Span(span.file(), span.start(), close + 1) : span;
    }

    private static String hint(String text) {
        return switch (text) {
            case "'" -> "texts stand between `\"` and `\"`";
            case "%" -> "a percentage is one token, `90%`; there is no remainder operator";
            case "&" -> "write `and`";
            case "|" -> "write `or`";
            case "!" -> "write `not`";
            case "$" -> "an expression in a text stands in braces, `\"{name}\"`";
            default -> "delete it, or put it in a text";
        };
    }

    private void over(Limit limit, Token token, String what) {
        findings.addToken(LimitFinding.of(limit, limits, span(token), what));
    }

    private Span span(Token token) {
        return findings.span(token.getStartIndex(), token.getStopIndex() + 1);
    }
}
