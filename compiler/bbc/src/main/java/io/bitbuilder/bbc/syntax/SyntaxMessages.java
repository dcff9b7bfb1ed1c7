package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/** Reports unexpected tokens: the expected construct, the found token, and a valid example. */
final class SyntaxMessages {
    /** Construct that a rule parses, in the reader's words, and a valid line of it if all such lines look alike. */
    private record Reading(String what, String example) {}

    private static final Reading FIELD = new Reading("a field", "");
    private static final Reading STATEMENT = new Reading("a statement", "");
    private static final Reading BLOCK = new Reading("a block, or `= none` to remove one", "");
    private static final Reading END = new Reading("the end of the statement", "");
    private static final Reading VALUE = new Reading("a value", "");
    private static final String POLICY =
            "policy no-host-net { deny container c when c.network == host; message \"{c.name} is on the host\" }";

    private static final String TEST =
            "test \"limits\" { tenant t { container c { use small() } }; expect t.c.memory.limit == 1GiB }";

    private final SyntaxFindings findings;

    SyntaxMessages(SyntaxFindings findings) {
        this.findings = findings;
    }

    /** Reports an unexpected token, unless the token stage reported the cause already. */
    void report(ParserRuleContext context, Token found) {
        ParserRuleContext statement = statement(context);
        int start = statement == context && !LocalRecovery.isStatement(context)
                ? found.getStartIndex()
                : statement.start.getStartIndex();
        if (findings.hasTokenErrorIn(
                Math.min(start, found.getStartIndex()), Math.max(found.getStartIndex(), found.getStopIndex()))) {
            return;
        }
        if (documentsNothing(statement, found)) {
            Token doc = statement.start;
            findings.add(Finding.of(
                            Code.DANGLING_DOCUMENTATION,
                            findings.span(doc.getStartIndex(), doc.getStopIndex() + 1),
                            "documentation without a declaration")
                    .why("a string in `\"\"\"` documents the declaration or field that follows it")
                    .fix("move it before a declaration, or write a comment with `#`"));
            return;
        }
        ParserRuleContext read = headOf(context, found);
        Reading reading = reading(read, found);
        Finding finding =
                Finding.of(Code.SYNTAX_ERROR, span(found), "expected " + reading.what + ", found " + describe(found));
        Optional<SyntaxHelp> inString = BracesInStrings.of(read, findings);
        findings.add(inString.or(
                        () -> SyntaxHelp.of(new Unexpected(read, statement, found, isComplete(read), findings)))
                .map(help -> finding.why(help.why()).fix(help.fix()))
                .orElseGet(() ->
                        reading.example.isEmpty() ? finding : finding.fix("write it like `" + reading.example + "`")));
    }

    /** If a block did not begin, the mistake is before it: in a condition or the head of a loop. */
    private static ParserRuleContext headOf(ParserRuleContext context, Token found) {
        boolean headless = context instanceof BbcParser.BodyContext && context.start == found;
        return headless
                        && (context.getParent() instanceof BbcParser.IfStmtContext
                                || context.getParent() instanceof BbcParser.ForStmtContext)
                ? context.getParent()
                : context;
    }

    private static ParserRuleContext statement(ParserRuleContext context) {
        for (ParserRuleContext at = context; at != null; at = at.getParent()) {
            if (LocalRecovery.isStatement(at)) {
                return at;
            }
        }
        return context;
    }

    private static boolean documentsNothing(ParserRuleContext statement, Token found) {
        return LocalRecovery.isStatement(statement)
                && statement.start.getType() == BbcParser.DOC
                && (found.getType() == BbcParser.RBRACE
                        || found.getType() == Token.EOF
                        || found.getType() == BbcParser.DOC);
    }

    private static Reading reading(ParserRuleContext context, Token found) {
        if (isComplete(context)) {
            return END;
        }
        for (RuleContext at = context; at != null; at = at.getParent()) {
            Optional<Reading> reading = of(at, found);
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return STATEMENT;
    }

    /** Returns whether a statement was parsed completely but did not end. */
    private static boolean isComplete(ParserRuleContext context) {
        return LocalRecovery.isStatement(context)
                && context.getChildCount() > 0
                && !(context.getChild(context.getChildCount() - 1) instanceof BbcParser.DocContext);
    }

    private static Optional<Reading> of(RuleContext context, Token found) {
        return Optional.ofNullable(
                switch (context) {
                    case BbcParser.FileContext c -> new Reading("a declaration", "");
                    case BbcParser.DeclContext c -> new Reading("a declaration", "");
                    case BbcParser.KindContext c -> new Reading("a kind", "kind cache in tenant { size: Size = 1GiB }");
                    case BbcParser.KindPartContext c -> new Reading("a member of a kind", "size: Size = 1GiB");
                    case BbcParser.BlockPartContext c -> new Reading("a member of a block", "size: Size = 1GiB");
                    case BbcParser.MemberContext c -> new Reading("a member of a kind", "size: Size = 1GiB");
                    case BbcParser.ProfileContext c ->
                        new Reading(
                                "a profile",
                                "profile small(limit: Size = 1GiB) for container { memory { limit = limit } }");
                    case BbcParser.ParamsContext c ->
                        new Reading(
                                "the parameters of a profile", "profile small(limit: Size = 1GiB) for container { }");
                    case BbcParser.PolicyContext c -> new Reading("a policy", POLICY);
                    case BbcParser.PolicyPartContext c -> new Reading("a rule or a sentence of a policy", POLICY);
                    case BbcParser.PolicyRuleContext c ->
                        new Reading("a rule of a policy", "deny container c when c.network == host");
                    case BbcParser.SentenceContext c ->
                        new Reading("a sentence of a policy", "message \"container {c.name} has no limit\"");
                    case BbcParser.WaiverContext c ->
                        new Reading("a waiver", "waive no-host-network for acme.web because \"OPS-1412\"");
                    case BbcParser.DataContext c ->
                        new Reading("a data file", "data shops: [{ name: Name }] = file(\"shops.csv\")");
                    case BbcParser.ExtensionContext c ->
                        new Reading("fields of a kind", "extend kind tenant { cost-centre: Text }");
                    case BbcParser.TestContext c -> new Reading("a test", TEST);
                    case BbcParser.TestPartContext c -> new Reading("a block, `let` or `expect`", TEST);
                    case BbcParser.ReportsContext c ->
                        new Reading("the code of an error and a fleet", "expect error NET004 in { tenant t { } }");
                    case BbcParser.ReportedPartContext c ->
                        new Reading("a block of a tenant", "expect error NET004 in { tenant t { } }");
                    case BbcParser.ExpectationContext c ->
                        new Reading("an expectation", "expect t.c.memory.limit == 2GiB");
                    case BbcParser.ClaimContext c ->
                        new Reading("an expectation", "expect unit(\"t.c\") has Service.MemoryMax = 2GiB");
                    case BbcParser.EnumTypeContext c ->
                        new Reading("the members of an enum", "enum Colour { red green }");
                    case BbcParser.TypeAliasContext c -> new Reading("a type", "type Small = Size where it <= 1GiB");
                    case BbcParser.TypeContext c -> new Reading("a type", "type Small = Size where it <= 1GiB");
                    case BbcParser.UseContext c -> new Reading("a profile to use", "use hardened(level = strict)");
                    case BbcParser.LetContext c ->
                        new Reading("a name and its value", "let shops = [\"berlin\", \"osaka\"]");
                    case BbcParser.IfStmtContext c ->
                        new Reading("a condition and its block", "if level >= strict { tasks = 100 }");
                    case BbcParser.ForStmtContext c ->
                        new Reading("a loop", "for shop in shops { container (shop) { } }");
                    case BbcParser.FinalContext c -> new Reading("a final field", "final no-new-privileges = true");
                    case BbcParser.ArgsContext c -> new Reading("arguments", "use hardened(level = strict)");
                    case BbcParser.ListContext c -> new Reading("a list", "dns = [192.0.2.53, 192.0.2.54]");
                    case BbcParser.RecordContext c ->
                        new Reading("a field of a record", "let web = ({ port = 80; tls = true })");
                    case BbcParser.EntryContext c -> BLOCK;
                    case BbcParser.SettingContext c -> FIELD;
                    case BbcParser.ItemRestContext c -> new Reading("`=` and a value, or a block", "");
                    case BbcParser.BodyContext c -> STATEMENT;
                    case BbcParser.TextPartContext c ->
                        new Reading("an expression in a string", "\"{db.attach.front.ipv4}:5432\"");
                    case BbcParser.ValueContext c -> VALUE;
                    case BbcParser.ExprContext c -> VALUE;
                    case BbcParser.StmtContext c -> STATEMENT;
                    default -> null;
                });
    }

    private String describe(Token found) {
        int at = found.getStartIndex();
        return switch (found.getType()) {
            case Token.EOF -> "the end of the file";
            case BbcParser.SEP ->
                found.getText().equals(";")
                        ? "`;`"
                        : findings.endsFile(at)
                                ? "the end of the file"
                                : findings.endsLine(at) ? "the end of the line" : "`}`";
            case BbcParser.TEXT_OPEN -> "a string";
            case BbcParser.RAW_TEXT -> "a string";
            case BbcParser.DOC -> "documentation";
            default -> found.getStopIndex() < at ? "an unmatched bracket" : "`" + found.getText() + "`";
        };
    }

    private Span span(Token token) {
        return findings.span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }
}
