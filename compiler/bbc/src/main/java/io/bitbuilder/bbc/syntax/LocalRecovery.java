package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Confines an error to its statement: drops the statement up to its end, including its brackets, and continues with the
 * next one of the same body. It neither inserts tokens nor skips any within a statement.
 */
final class LocalRecovery extends DefaultErrorStrategy {
    private final SyntaxFindings findings;
    private final SyntaxMessages messages;
    private RecognitionException reported;

    LocalRecovery(SyntaxFindings findings) {
        this.findings = findings;
        this.messages = new SyntaxMessages(findings);
    }

    @Override
    public void reportError(org.antlr.v4.runtime.Parser parser, RecognitionException e) {
        if (e != reported) {
            reported = e;
            messages.report(parser.getContext(), e.getOffendingToken());
        }
    }

    @Override
    public void recover(org.antlr.v4.runtime.Parser parser, RecognitionException e) {
        ParserRuleContext context = parser.getContext();
        if (!isStatement(context) && !(context instanceof BbcParser.FileContext)) {
            throw e;
        }
        int depth = 0;
        int here = parser.getInputStream().index();
        for (int i = context.start.getTokenIndex(); i < here; i++) {
            depth += step(parser.getTokenStream().get(i).getType());
        }
        skip(parser, depth);
    }

    @Override
    public Token recoverInline(org.antlr.v4.runtime.Parser parser) {
        throw new InputMismatchException(parser);
    }

    /** Drops tokens that cannot begin a statement. */
    @Override
    public void sync(org.antlr.v4.runtime.Parser parser) {
        ParserRuleContext context = parser.getContext();
        Token before = parser.getTokenStream().LT(-1);
        boolean atStart = before == null || before.getType() == BbcParser.SEP || before.getType() == BbcParser.LBRACE;
        if (!atStart || !holdsStatements(context)) {
            return;
        }
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (!expected.contains(parser.getTokenStream().LA(1))
                && !ends(parser.getTokenStream().LA(1))) {
            messages.report(context, parser.getCurrentToken());
            skip(parser, 0);
        }
    }

    /** Returns whether the rule holds one statement with its end. */
    static boolean isStatement(ParserRuleContext context) {
        return context instanceof BbcParser.StmtContext
                || context instanceof BbcParser.DeclContext
                || context instanceof BbcParser.KindPartContext
                || context instanceof BbcParser.PolicyPartContext
                || context instanceof BbcParser.TestPartContext
                || context instanceof BbcParser.ReportedPartContext
                || context instanceof BbcParser.BlockPartContext;
    }

    private static boolean holdsStatements(ParserRuleContext context) {
        return context instanceof BbcParser.BodyContext
                || context instanceof BbcParser.FileContext
                || context instanceof BbcParser.KindContext
                || context instanceof BbcParser.PolicyContext
                || context instanceof BbcParser.TestContext
                || context instanceof BbcParser.ExtensionContext
                || context instanceof BbcParser.ReportsContext
                || context instanceof BbcParser.SimpleTypeContext;
    }

    /** Skips to the end of the statement, or of the file if no more findings would be shown. */
    private void skip(org.antlr.v4.runtime.Parser parser, int depthNow) {
        int depth = findings.full() ? Integer.MAX_VALUE / 2 : depthNow;
        while (true) {
            int type = parser.getTokenStream().LA(1);
            if (type == Token.EOF || depth <= 0 && type == BbcParser.RBRACE) {
                return;
            }
            parser.consume();
            if (depth <= 0 && type == BbcParser.SEP) {
                return;
            }
            depth += step(type);
        }
    }

    private static boolean ends(int type) {
        return type == Token.EOF || type == BbcParser.RBRACE;
    }

    private static int step(int type) {
        return switch (type) {
            case BbcParser.LBRACE, BbcParser.LPAREN, BbcParser.LBRACKET, BbcParser.TEXT_EXPR -> 1;
            case BbcParser.RBRACE, BbcParser.RPAREN, BbcParser.RBRACKET -> -1;
            default -> 0;
        };
    }
}
