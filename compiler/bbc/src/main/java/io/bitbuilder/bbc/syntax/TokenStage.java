package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Produces the tokens of the grammar from characters: newlines become statement ends or vanish, brackets are balanced,
 * limits on tokens and nesting hold, and every literal is valid. Mistakes are reported here once; the resulting tokens
 * are well formed nevertheless, so that the parser can continue.
 */
final class TokenStage {
    private static final Set<Integer> CONTINUES = Set.of(
            BbcLexer.PLUS,
            BbcLexer.MINUS,
            BbcLexer.STAR,
            BbcLexer.SLASH,
            BbcLexer.EQ,
            BbcLexer.NE,
            BbcLexer.LT,
            BbcLexer.LE,
            BbcLexer.GT,
            BbcLexer.GE,
            BbcLexer.RANGE,
            BbcLexer.AND,
            BbcLexer.OR,
            BbcLexer.IN,
            BbcLexer.CONTAINS,
            BbcLexer.ASSIGN,
            BbcLexer.ADD_ASSIGN,
            BbcLexer.ARROW,
            BbcLexer.COMMA);
    private static final Set<Integer> ENDS_OPERAND = Set.of(
            BbcLexer.RPAREN,
            BbcLexer.RBRACKET,
            BbcLexer.RBRACE,
            BbcLexer.TEXT_CLOSE,
            BbcLexer.RAW_TEXT,
            BbcLexer.SELF,
            BbcLexer.TRUE,
            BbcLexer.FALSE,
            BbcLexer.NONE,
            BbcLexer.AUTO);
    private static final int NO_TYPE = -100;

    private final Scanner scanner;
    private final Limits limits;
    private final SyntaxFindings findings;
    private final TokenCheck check;
    private final List<Token> out = new ArrayList<>();
    private final BracketStack brackets;
    private final Token start = synthetic(BbcLexer.SEP, 0);
    private int last = NO_TYPE;
    private Optional<BracketPairs.Pair> outer = Optional.empty();
    private Optional<BracketPairs.Pair> early = Optional.empty();

    private TokenStage(String text, Limits limits, SyntaxFindings findings) {
        this.scanner = new Scanner(new TextStream(text));
        this.limits = limits;
        this.findings = findings;
        this.check = new TokenCheck(limits, findings);
        this.brackets = new BracketStack(start);
    }

    /**
     * Returns the tokens of a file, the last one being its end; empty if a limit was exceeded and the file must not be
     * parsed.
     */
    static Optional<List<Token>> run(String text, Limits limits, SyntaxFindings findings) {
        TokenStage stage = new TokenStage(text, limits, findings);
        return stage.all() ? Optional.of(stage.out) : Optional.empty();
    }

    private boolean all() {
        for (int n = 0; ; n++) {
            int depthBefore = scanner.modeDepth();
            CommonToken token = (CommonToken) scanner.nextToken();
            if (token.getType() == Token.EOF) {
                endOfFile(token);
                return true;
            }
            if (n == limits.fileTokens()) {
                over(Limit.FILE_TOKENS, token, "the file has too many tokens");
                return false;
            }
            take(token, depthBefore);
            if (findings.full() || !withinDepth(token)) {
                return false;
            }
        }
    }

    private void take(CommonToken token, int modeDepth) {
        switch (token.getType()) {
            case BbcLexer.NL -> newline(token);
            case BbcLexer.SEMI -> separate(token);
            case BbcLexer.LBRACE -> open(Delimiter.BRACE, token, modeDepth);
            case BbcLexer.LPAREN -> open(Delimiter.PAREN, token, modeDepth);
            case BbcLexer.LBRACKET -> open(Delimiter.BRACKET, token, modeDepth);
            case BbcLexer.TEXT_OPEN -> open(Delimiter.TEXT, token, modeDepth);
            case BbcLexer.TEXT_EXPR -> open(Delimiter.INTERPOLATION, token, modeDepth);
            case BbcLexer.RBRACE -> close(Set.of(Delimiter.BRACE, Delimiter.INTERPOLATION), token);
            case BbcLexer.RPAREN -> close(Set.of(Delimiter.PAREN), token);
            case BbcLexer.RBRACKET -> close(Set.of(Delimiter.BRACKET), token);
            case BbcLexer.TEXT_CLOSE -> close(Set.of(Delimiter.TEXT), token);
            case BbcLexer.TEXT_NL -> newline(token);
            default -> {
                if (token.getType() == BbcLexer.BAD_CHAR && token.getText().equals("\\") && brackets.inText()) {
                    escaped(token);
                } else if (check.accept(token)) {
                    emit(token);
                }
            }
        }
    }

    private void open(Delimiter delimiter, Token token, int modeDepth) {
        brackets.open(delimiter, token, modeDepth);
        push(token);
    }

    /**
     * A backslash within braces of a string: the braces are literal, and the string ends at the last quote of the line.
     */
    private void escaped(CommonToken token) {
        findings.addToken(BracesInStrings.escaped(span(brackets.innermost(Delimiter.INTERPOLATION).opener)));
        Token text = brackets.innermost(Delimiter.TEXT).opener;
        int end = findings.lastOnLine('"', token.getStopIndex());
        int depth;
        do {
            depth = brackets.top().modeDepth;
            push(synthetic(brackets.top().delimiter.closingType(), token.getStartIndex()));
        } while (brackets.close().opener != text);
        scanner.goOnAfter(end, depth);
    }

    private void close(Set<Delimiter> delimiters, CommonToken token) {
        if (!brackets.within(delimiters)) {
            if (brackets.top().delimiter.isInline()) {
                mismatched(token);
            } else {
                findings.addToken(BracketPairs.stray(span(token), early));
            }
            return;
        }
        while (!delimiters.contains(brackets.top().delimiter)) {
            unclosed(token);
        }
        if (brackets.top().delimiter == Delimiter.BRACE) {
            separate(synthetic(BbcLexer.SEP, token.getStartIndex()));
        }
        Token opener = brackets.close().opener;
        guess(new BracketPairs.Pair(span(opener), span(token)));
        push(token);
    }

    /**
     * Keeps the first pairs whose places say that a bracket is missing between them, or that the closing one is extra.
     */
    private void guess(BracketPairs.Pair pair) {
        if (outer.isEmpty() && BracketPairs.closesOuter(pair.opener(), pair.closer())) {
            outer = Optional.of(pair);
        }
        if (early.isEmpty() && BracketPairs.closesEarly(pair.opener(), pair.closer())) {
            early = Optional.of(pair);
        }
    }

    /** Closes the innermost bracket, which has the closing bracket of another kind. */
    private void mismatched(CommonToken token) {
        Delimiter delimiter = brackets.top().delimiter;
        findings.addToken(BracketPairs.mismatched(span(brackets.top().opener), span(token), delimiter.closing()));
        brackets.close();
        token.setType(delimiter.closingType());
        push(token);
    }

    /** Closes the innermost bracket, which lacks its closing bracket. */
    private void unclosed(Token at) {
        Token opener = brackets.top().opener;
        Delimiter delimiter = brackets.top().delimiter;
        if (delimiter == Delimiter.TEXT) {
            findings.addToken(Finding.of(Code.UNTERMINATED_STRING, span(opener), "unterminated string")
                    .why("a string in `\"` ends on the line where it begins")
                    .fix("close it with `\"`; a multi-line string is written in `'''`"));
        } else if (delimiter != Delimiter.INTERPOLATION && !check.textOpen()) {
            findings.addToken(BracketPairs.unclosed(
                    span(opener), delimiter.closing(), span(at), at.getType() == Token.EOF ? outer : Optional.empty()));
        }
        if (delimiter == Delimiter.BRACE) {
            separate(synthetic(BbcLexer.SEP, at.getStartIndex()));
        }
        brackets.close();
        push(synthetic(delimiter.closingType(), at.getStartIndex()));
    }

    private void newline(CommonToken token) {
        if (brackets.inText()) {
            int depth = 0;
            while (brackets.inText()) {
                depth = brackets.top().modeDepth;
                unclosed(token);
            }
            scanner.backTo(depth);
        }
        if (brackets.newlinesCount() && !CONTINUES.contains(last)) {
            separate(token);
        }
    }

    /** Ends the statement, if one is open. */
    private void separate(CommonToken token) {
        if (!brackets.newlinesCount()) {
            if (token.getType() == BbcLexer.SEMI) {
                push(token);
            }
            return;
        }
        if (last != BbcLexer.SEP
                && last != NO_TYPE
                && !(last == BbcLexer.LBRACE && out.getLast() == brackets.top().opener)) {
            token.setType(BbcLexer.SEP);
            push(token);
            brackets.count(BbcLexer.SEP, false);
        }
    }

    private void emit(Token token) {
        boolean prefix = !(ENDS_OPERAND.contains(last) || TokenCheck.isWord(last) || TokenCheck.isLiteral(last));
        push(token);
        brackets.count(token.getType(), prefix);
    }

    private void push(Token token) {
        out.add(token);
        last = token.getType();
    }

    private void endOfFile(CommonToken end) {
        while (!brackets.atFile()) {
            unclosed(end);
        }
        separate(synthetic(BbcLexer.SEP, end.getStartIndex()));
        push(end);
    }

    private boolean withinDepth(Token token) {
        if (brackets.depth() > limits.nesting()) {
            over(Limit.NESTING, token, "nested too deeply");
            return false;
        }
        if (brackets.operators() > limits.of(Limit.EXPRESSION_OPERATORS)) {
            over(Limit.EXPRESSION_OPERATORS, token, "too many operators in one expression");
            return false;
        }
        return true;
    }

    private void over(Limit limit, Token token, String what) {
        findings.addToken(LimitFinding.of(limit, limits, span(token), what));
    }

    private Span span(Token token) {
        return findings.span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }

    /** Returns a token without characters. */
    private static CommonToken synthetic(int type, int at) {
        CommonToken token = new CommonToken(type, "");
        token.setStartIndex(at);
        token.setStopIndex(at - 1);
        return token;
    }
}
