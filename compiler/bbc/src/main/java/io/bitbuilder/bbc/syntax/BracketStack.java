package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Open brackets at one point of the token stream, and the depth of the tree there: each bracket, prefix operator,
 * {@code .} of a chain and {@code if} of a chain adds one level. Operators of equal precedence are left-associative, so
 * that their number adds depth as well; it is counted separately because a long sum is not nesting.
 */
final class BracketStack {
    /** One open bracket. */
    static final class Level {
        final Delimiter delimiter;
        final Token opener;
        final int modeDepth;
        private final int base;
        private int ifs;
        private int chain;
        private int operators;
        private int inner;
        private int most;

        private Level(Delimiter delimiter, Token opener, int modeDepth, int base) {
            this.delimiter = delimiter;
            this.opener = opener;
            this.modeDepth = modeDepth;
            this.base = base;
        }

        private int depth() {
            return base + ifs + chain;
        }

        private void operator() {
            operators++;
            chain = 0;
        }

        private void endOfPart() {
            most = Math.max(most, operators + inner);
            ifs = 0;
            chain = 0;
            operators = 0;
            inner = 0;
        }
    }

    private final List<Level> open = new ArrayList<>();

    BracketStack(Token start) {
        open.add(new Level(Delimiter.FILE, start, 0, 0));
    }

    /** Returns the innermost one. */
    Level top() {
        return open.getLast();
    }

    /** Returns the innermost one of that kind, which must be open. */
    Level innermost(Delimiter delimiter) {
        return open.reversed().stream()
                .filter(level -> level.delimiter == delimiter)
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether only the file is open. */
    boolean atFile() {
        return open.size() == 1;
    }

    /** Opens a bracket; {@code modeDepth} is the lexer's depth before it. */
    void open(Delimiter delimiter, Token opener, int modeDepth) {
        int step = delimiter == Delimiter.TEXT ? 0 : 1;
        open.add(new Level(delimiter, opener, modeDepth, top().depth() + step));
    }

    /** Closes the innermost. */
    Level close() {
        Level closed = open.removeLast();
        closed.endOfPart();
        Level now = top();
        now.inner = Math.max(now.inner, closed.most + 1);
        now.chain = 0;
        return closed;
    }

    /** Returns whether a bracket of one of the delimiters is open, with only parentheses and brackets inside it. */
    boolean within(Set<Delimiter> delimiters) {
        for (int i = open.size() - 1; i > 0; i--) {
            Delimiter delimiter = open.get(i).delimiter;
            if (delimiters.contains(delimiter)) {
                return true;
            }
            if (delimiter != Delimiter.PAREN && delimiter != Delimiter.BRACKET) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether a string is open. */
    boolean inText() {
        return open.stream().anyMatch(l -> l.delimiter == Delimiter.TEXT);
    }

    /** Returns whether a newline ends a statement here. */
    boolean newlinesCount() {
        return top().delimiter == Delimiter.BRACE || top().delimiter == Delimiter.FILE;
    }

    /** Counts a token other than a bracket; {@code prefix} if a minus is a prefix operator. */
    void count(int type, boolean prefix) {
        Level now = top();
        switch (type) {
            case BbcLexer.SEP, BbcLexer.COMMA -> now.endOfPart();
            case BbcLexer.IF -> now.ifs++;
            case BbcLexer.NOT, BbcLexer.DOT -> now.chain++;
            case BbcLexer.PLUS, BbcLexer.STAR, BbcLexer.SLASH, BbcLexer.AND, BbcLexer.OR -> now.operator();
            case BbcLexer.MINUS -> {
                if (prefix) {
                    now.chain++;
                } else {
                    now.operator();
                }
            }
            case BbcLexer.EQ, BbcLexer.NE, BbcLexer.LT, BbcLexer.LE, BbcLexer.GT, BbcLexer.GE, BbcLexer.ASSIGN ->
                now.chain = 0;
            default -> {
                // Operands neither deepen a chain nor end it.
            }
        }
    }

    /** Returns the depth of the tree here. */
    int depth() {
        return top().depth();
    }

    /** Returns the length of the chain of operators here, including those of its operands. */
    int operators() {
        return top().operators + top().inner;
    }
}
