package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Token that the grammar does not allow at its place.
 *
 * @param context the innermost rule that was being parsed
 * @param statement the statement that holds the token
 * @param complete whether the statement could have ended before the token
 */
record Unexpected(
        ParserRuleContext context,
        ParserRuleContext statement,
        Token found,
        boolean complete,
        SyntaxFindings findings) {
    /** Longest part of a file that a pattern sees, so that the cost of a finding is limited. */
    private static final int WINDOW = 200;

    private static final Pattern STATEMENT =
            Pattern.compile("[a-z][\\w-]*(\\.[a-z][\\w-]*)*\\s*([={]|\\+=).*", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("[a-z]");

    int type() {
        return found.getType();
    }

    /** Returns the offset of the token. */
    int start() {
        return found.getStartIndex();
    }

    private String file() {
        return findings.span(0, 0).file().text();
    }

    /** Returns the file up to the token. */
    String before() {
        return file().substring(0, start());
    }

    /** Returns the rest of the line from the token, within limits. */
    String rest() {
        int line = file().indexOf('\n', start());
        return file().substring(start(), Math.min(line < 0 ? file().length() : line, start() + WINDOW));
    }

    /** Returns the line of the token up to it, within limits. */
    String head() {
        int line = file().lastIndexOf('\n', start() - 1) + 1;
        return file().substring(Math.max(line, start() - WINDOW), start());
    }

    /** Returns whether the rest of the line is a statement of its own: a field, a block, or any word after a block. */
    boolean beginsStatement() {
        boolean block =
                head().stripTrailing().endsWith("}") && WORD.matcher(rest()).lookingAt();
        return block || STATEMENT.matcher(rest()).matches();
    }

    /** Returns the match of a pattern on the text from the token on; matches nothing in most cases. */
    Matcher ahead(Pattern pattern) {
        return pattern.matcher(rest());
    }

    /** Returns the certain fix that replaces the token. */
    Fix replace(String words, String replacement) {
        return replace(words, start(), found.getStopIndex() + 1, replacement);
    }

    /** Returns the certain fix that replaces a part of the file. */
    Fix replace(String words, int from, int to, String replacement) {
        Span span = findings.span(from, to);
        return Fix.certain(words, new TextEdit(span, replacement));
    }

    /** Returns whether the token follows or is within an expression. */
    boolean isExpression() {
        if (context.getChildCount() > 0 && endsWithValue(context)) {
            return true;
        }
        for (RuleContext at = context; at != null; at = at.getParent()) {
            if (at instanceof BbcParser.ExprContext) {
                return true;
            }
            if (at instanceof BbcParser.StatementContext) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether an expression is compared there. */
    boolean isCondition() {
        return context instanceof BbcParser.IfStmtContext
                || context instanceof BbcParser.ForStmtContext
                || isExpression();
    }

    /** Returns whether the last token or bracket ends a value. */
    private static boolean endsWithValue(RuleContext context) {
        RuleContext at = context;
        while (at.getChildCount() > 0 && at.getChild(at.getChildCount() - 1) instanceof RuleContext last) {
            if (last instanceof BbcParser.ExprContext || last instanceof BbcParser.ValueContext) {
                return true;
            }
            at = last;
        }
        return false;
    }
}
