package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The open brackets at one point of the token stream, and how deep the tree gets there: each bracket, prefix operator,
 * {@code .} of a chain and {@code if} of a chain is a step down. Operators of one level lean to the left, so that their
 * number is depth as well; it is counted apart because a long sum is no nesting.
 */
final class Brackets {
    /** What an open bracket is. */
    enum Form {
        /** The file itself. */
        FILE,
        /** <code>{ … }</code>; newlines end statements. */
        BRACE,
        /** {@code ( … )}. */
        PAREN,
        /** {@code [ … ]}. */
        BRACKET,
        /** {@code " … "}. */
        TEXT,
        /** <code>{ … }</code> within a text. */
        INTERPOLATION
    }

    /** One open bracket. */
    static final class Level {
        final Form form;
        final Token opener;
        final int modeDepth;
        private final int base;
        private int ifs;
        private int chain;
        private int operators;
        private int inner;
        private int most;

        private Level(Form form, Token opener, int modeDepth, int base) {
            this.form = form;
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

    Brackets(Token start) {
        open.add(new Level(Form.FILE, start, 0, 0));
    }

    /** The innermost one. */
    Level top() {
        return open.getLast();
    }

    /** True when only the file is open. */
    boolean atFile() {
        return open.size() == 1;
    }

    /** Opens one; {@code modeDepth} is the lexer's before it. */
    void open(Form form, Token opener, int modeDepth) {
        int step = form == Form.TEXT ? 0 : 1;
        open.add(new Level(form, opener, modeDepth, top().depth() + step));
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

    /** True when a bracket of one of the forms is open, with only parentheses and brackets between it and here. */
    boolean within(Set<Form> forms) {
        for (int i = open.size() - 1; i > 0; i--) {
            Form form = open.get(i).form;
            if (forms.contains(form)) {
                return true;
            }
            if (form != Form.PAREN && form != Form.BRACKET) {
                return false;
            }
        }
        return false;
    }

    /** True inside a text. */
    boolean inText() {
        return open.stream().anyMatch(l -> l.form == Form.TEXT);
    }

    /** True when a newline ends a statement here. */
    boolean newlinesCount() {
        return top().form == Form.BRACE || top().form == Form.FILE;
    }

    /** Counts a token that is no bracket; {@code prefix} when a minus stands before its operand, not between two. */
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
            case BbcLexer.EQ, BbcLexer.NE, BbcLexer.LT, BbcLexer.LE, BbcLexer.GT, BbcLexer.GE, BbcLexer.ASSIGN -> now.chain = 0;
            default -> {
                // Operands neither deepen a chain nor end it.
            }
        }
    }

    /** How deep the tree is here. */
    int depth() {
        return top().depth();
    }

    /** How long a chain of operators is here, with what its operands hold. */
    int operators() {
        return top().operators + top().inner;
    }
}
