package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/** What is said about a mistake that is often made: why it is one, and what to write instead. */
record SyntaxHelp(String why, String fix) {
    /**
     * The help for a token that does not fit, if the mistake is a known one.
     *
     * @param complete whether the statement could have ended before the token
     */
    static Optional<SyntaxHelp> of(ParserRuleContext context, Token found, boolean complete) {
        if (isReserved(found.getType()) && !complete) {
            return Optional.of(found.getType() == BbcParser.ELSE
                    ? new SyntaxHelp("`else` stands on the line of the `}` before it", "write `} else {`")
                    : new SyntaxHelp("`" + found.getText() + "` is a word of the language and cannot be a name", "choose another name"));
        }
        return Optional.ofNullable(switch (found.getType()) {
            case BbcParser.COLON -> isExpression(context)
                    ? null
                    : new SyntaxHelp("a field gets its value by `=`; `:` stands before a type", "write `=` in the place of `:`");
            case BbcParser.LBRACE -> isExpression(context)
                    ? new SyntaxHelp("a record stands within parentheses or brackets", "write `({ key = value })`")
                    : null;
            case BbcParser.ASSIGN -> isCondition(context)
                    ? new SyntaxHelp("two values are compared by `==`; `=` gives a field its value", "write `==` in the place of `=`")
                    : null;
            case BbcParser.EQ -> isExpression(context) ? chained() : new SyntaxHelp("`==` compares; a field gets its value by `=`", "write `=` in the place of `==`");
            case BbcParser.GT -> isExpression(context)
                    ? chained()
                    : complete ? new SyntaxHelp("an arrow leads from the port of the host to the port of the guest", "write `publish tcp 443 -> 8443`") : null;
            case BbcParser.LT, BbcParser.LE, BbcParser.GE, BbcParser.NE, BbcParser.IN, BbcParser.CONTAINS -> isExpression(context) ? chained() : null;
            default -> complete ? new SyntaxHelp("a statement ends at the end of its line, at `;` or at `}`", "begin a new line here, or write `;`") : null;
        });
    }

    private static SyntaxHelp chained() {
        return new SyntaxHelp("comparisons do not chain", "join two of them by `and`, like `1 < n and n < 9`");
    }

    private static boolean isExpression(ParserRuleContext context) {
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

    /** True when the last thing that was read is a value. */
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

    private static boolean isCondition(ParserRuleContext context) {
        return context instanceof BbcParser.IfStmtContext || context instanceof BbcParser.ForStmtContext || isExpression(context);
    }

    private static boolean isReserved(int type) {
        return type >= BbcParser.USE && type <= BbcParser.SELF && type != BbcParser.IN && type != BbcParser.CONTAINS;
    }
}
