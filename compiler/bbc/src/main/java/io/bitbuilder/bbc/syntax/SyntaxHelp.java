package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Help for a frequent mistake: the reason and the fix. */
record SyntaxHelp(String why, String fix) {
    /**
     * Returns the help for an unexpected token, if the mistake is a known one.
     *
     * @param complete whether the statement could have ended before the token
     */
    static Optional<SyntaxHelp> of(ParserRuleContext context, Token found, boolean complete) {
        return Optional.ofNullable(
                isReserved(found.getType()) && !complete ? reserved(found) : atSign(context, found, complete));
    }

    private static SyntaxHelp reserved(Token found) {
        return found.getType() == BbcParser.ELSE
                ? new SyntaxHelp("`else` must be on the same line as the preceding `}`", "write `} else {`")
                : new SyntaxHelp(
                        "`" + found.getText() + "` is a reserved word and cannot be a name", "choose another name");
    }

    private static @Nullable SyntaxHelp atSign(ParserRuleContext context, Token found, boolean complete) {
        return switch (found.getType()) {
            case BbcParser.COLON ->
                isExpression(context)
                        ? null
                        : new SyntaxHelp(
                                "`=` assigns a value to a field; `:` precedes a type", "write `=` instead of `:`");
            case BbcParser.LBRACE ->
                isExpression(context)
                        ? new SyntaxHelp("a record must be in parentheses or brackets", "write `({ key = value })`")
                        : null;
            case BbcParser.ASSIGN ->
                isCondition(context)
                        ? new SyntaxHelp(
                                "`==` compares values; `=` assigns a value to a field", "write `==` instead of `=`")
                        : null;
            case BbcParser.EQ ->
                isExpression(context)
                        ? chained()
                        : new SyntaxHelp(
                                "`==` compares values; `=` assigns a value to a field", "write `=` instead of `==`");
            case BbcParser.GT ->
                isExpression(context)
                        ? chained()
                        : complete
                                ? new SyntaxHelp(
                                        "the arrow maps the host's port to the guest's port",
                                        "write `publish tcp 443 -> 8443`")
                                : null;
            case BbcParser.LT, BbcParser.LE, BbcParser.GE, BbcParser.NE, BbcParser.IN, BbcParser.CONTAINS ->
                isExpression(context) ? chained() : null;
            default ->
                complete
                        ? new SyntaxHelp(
                                "a statement ends at the end of its line, at `;` or at `}`",
                                "start a new line here, or write `;`")
                        : null;
        };
    }

    private static SyntaxHelp chained() {
        return new SyntaxHelp(
                "comparisons cannot be chained", "combine two of them with `and`, like `1 < n and n < 9`");
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

    private static boolean isCondition(ParserRuleContext context) {
        return context instanceof BbcParser.IfStmtContext
                || context instanceof BbcParser.ForStmtContext
                || isExpression(context);
    }

    private static boolean isReserved(int type) {
        return type >= BbcParser.USE && type <= BbcParser.SELF && type != BbcParser.IN && type != BbcParser.CONTAINS;
    }
}
