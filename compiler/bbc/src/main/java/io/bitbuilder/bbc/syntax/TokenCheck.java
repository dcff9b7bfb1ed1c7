package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Checks single tokens. */
final class TokenCheck {
    /** The lexer takes it for a number. */
    private static final Pattern DOTTED_MAC = Pattern.compile("[0-9a-fA-F]{4}([.][0-9a-fA-F]{4}){2}");

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
            case BbcLexer.FOREIGN_MAC -> mac(token);
            case BbcLexer.FOREIGN_COMMENT -> {
                comment(token);
                return false;
            }
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
        return type == BbcLexer.IDENT || type >= BbcLexer.WORKLOAD && type <= BbcLexer.PRIVATE;
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
        if (Units.isAmbiguous(text)) {
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

    private void badNumber(CommonToken token) {
        if (DOTTED_MAC.matcher(token.getText()).matches()) {
            mac(token);
        } else {
            findings.addToken(NumberMistakes.finding(span(token)));
        }
    }

    /** Reports another notation of a MAC address, and continues with the language's own. */
    private void mac(CommonToken token) {
        String digits = token.getText().replaceAll("[.-]", "").toLowerCase(Locale.ROOT);
        String own = digits.replaceAll("(..)(?=.)", "$1:");
        findings.addToken(Finding.of(
                        Code.INVALID_NUMBER,
                        span(token),
                        "invalid notation of a MAC address: `" + token.getText() + "`")
                .why("a MAC address has `:` between its bytes")
                .fix(Fix.certain("write `" + own + "`", new TextEdit(span(token), own))));
        token.setType(BbcLexer.BAD_NUMBER);
    }

    private void comment(Token token) {
        Span span = span(token);
        String text = token.getText();
        boolean url = span.start() > 0 && span.file().text().charAt(span.start() - 1) == ':';
        if (url) {
            return;
        }
        boolean line = text.startsWith("//")
                || !text.contains("\n") && (findings.endsLine(span.end()) || findings.endsFile(span.end()));
        String body = text.startsWith("//") ? text.substring(2) : text.substring(2, Math.max(2, text.length() - 2));
        Span marked = new Span(span.file(), span.start(), span.start() + 2);
        Finding finding = Finding.of(Code.UNEXPECTED_CHARACTER, marked, "unexpected `" + marked.text() + "`")
                .why("a comment begins with `#` and ends with its line");
        findings.addToken(
                line
                        ? finding.fix(Fix.certain(
                                "write `#" + body.stripTrailing() + "`",
                                new TextEdit(span, "#" + body.stripTrailing())))
                        : finding.fix("write `#` before each line of the comment"));
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
        boolean quote = CharacterMistakes.isQuote(token.getText());
        boolean closes = quote && token.getLine() == quoteLine;
        badEnd = token.getStopIndex() + 1;
        quoteLine = quote && !closes ? token.getLine() : -1;
        if (!follows && !closes) {
            Span span = quoted(token);
            String text = span.file().text();
            // The lexer reads UTF-16, in which some characters are two tokens.
            String character = Character.toString(text.codePointAt(span.start()));
            Span whole = new Span(span.file(), span.start(), Math.max(span.end(), span.start() + character.length()));
            findings.addToken(CharacterMistakes.finding(whole));
        }
    }

    /** Returns the span up to the closing quote for a quote, else that of the token. */
    private Span quoted(Token token) {
        Span span = span(token);
        String text = span.file().text();
        for (int i = span.end(); CharacterMistakes.isQuote(token.getText()) && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                break;
            }
            if (CharacterMistakes.isQuote(text.substring(i, i + 1))) {
                return new Span(span.file(), span.start(), i + 1);
            }
        }
        return span;
    }

    private void over(Limit limit, Token token, String what) {
        findings.addToken(LimitFinding.of(limit, limits, span(token), what));
    }

    private Span span(Token token) {
        return findings.span(token.getStartIndex(), token.getStopIndex() + 1);
    }
}
