package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.core.diagnostic.Fix;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Help for a frequent mistake: the reason and the fix. */
record SyntaxHelp(String why, Fix fix) {
    static final String STATEMENT_END =
            "a statement ends at the end of its line, at `;`, or at the `}` of the block that it is in";

    private static final String ASSIGNMENT = "`=` assigns a value to a field; `:` precedes a type";
    private static final String COMPARISON = "`==` compares values; `=` assigns a value to a field";

    /** Returns the help for an unexpected token, if the mistake is a known one. */
    static Optional<SyntaxHelp> of(Unexpected at) {
        return Optional.ofNullable(declaration(at))
                .or(() -> ForeignNotation.of(at))
                .or(() -> Optional.ofNullable(isReserved(at.type()) && !at.complete() ? reserved(at) : atSign(at)));
    }

    private static @Nullable SyntaxHelp declaration(Unexpected at) {
        int type = at.statement().start.getType();
        boolean inside = at.statement() instanceof BbcParser.StmtContext;
        return inside && type >= BbcParser.KIND && type <= BbcParser.EXTEND
                ? new SyntaxHelp(
                        "`" + at.statement().start.getText() + "` declares something for all blocks of a file",
                        Fix.of("move it to the top of the file, before the tenant"))
                : null;
    }

    private static SyntaxHelp reserved(Unexpected at) {
        if (at.type() != BbcParser.ELSE) {
            return new SyntaxHelp(
                    "`" + at.found().getText() + "` is a reserved word and cannot be a name",
                    Fix.of("choose another name"));
        }
        int end = at.before().stripTrailing().length();
        boolean adjacent = at.before().stripTrailing().endsWith("}");
        return new SyntaxHelp(
                "`else` must be on the same line as the preceding `}`",
                adjacent ? at.replace("write `} else {`", end, at.start(), " ") : Fix.of("write `} else {`"));
    }

    private static @Nullable SyntaxHelp atSign(Unexpected at) {
        return switch (at.type()) {
            case BbcParser.COLON -> at.isExpression() ? null : colon(at);
            case BbcParser.LBRACE ->
                at.isExpression() || at.head().stripTrailing().endsWith("=") ? brace(at) : null;
            case BbcParser.ASSIGN ->
                at.isCondition() ? new SyntaxHelp(COMPARISON, at.replace("write `==` instead of `=`", "==")) : null;
            case BbcParser.EQ ->
                at.isExpression()
                        ? chained()
                        : new SyntaxHelp(COMPARISON, at.replace("write `=` instead of `==`", "="));
            case BbcParser.GT ->
                at.isExpression()
                        ? chained()
                        : at.complete()
                                ? new SyntaxHelp(
                                        "the arrow maps the host's port to the guest's port",
                                        Fix.of("write `publish tcp 443 -> 8443`"))
                                : null;
            case BbcParser.LT, BbcParser.LE, BbcParser.GE, BbcParser.NE, BbcParser.CONTAINS ->
                at.isExpression() ? chained() : null;
            case BbcParser.IN -> at.isExpression() ? chained() : at.complete() ? null : reserved(at);
            default -> at.complete() ? end(at) : null;
        };
    }

    private static SyntaxHelp colon(Unexpected at) {
        return new SyntaxHelp(
                ASSIGNMENT,
                at.complete()
                        ? Fix.of("write a block in `{ }` after the labels")
                        : at.replace("write `=` instead of `:`", " ="));
    }

    /** A block has no `=`; a record in a value has parentheses. */
    private static SyntaxHelp brace(Unexpected at) {
        String before = at.before().stripTrailing();
        boolean field = at.statement().start.getType() != BbcParser.LET && before.endsWith("=");
        if (!field) {
            return new SyntaxHelp("a record must be in parentheses or brackets", Fix.of("write `({ key = value })`"));
        }
        int end = before.substring(0, before.length() - (before.endsWith("+=") ? 2 : 1))
                .stripTrailing()
                .length();
        return new SyntaxHelp(
                "a block follows its name; `=` assigns a value", at.replace("delete the `=`", end, at.start(), " "));
    }

    private static SyntaxHelp chained() {
        return new SyntaxHelp(
                "comparisons cannot be chained", Fix.of("combine two of them with `and`, like `1 < n and n < 9`"));
    }

    /** Another statement on the line needs a separator; anything else has no meaning. */
    private static SyntaxHelp end(Unexpected at) {
        return at.beginsStatement()
                ? new SyntaxHelp(
                        STATEMENT_END, at.replace("start a new line here, or write `;`", at.start(), at.start(), "; "))
                : new SyntaxHelp(STATEMENT_END, Fix.of("delete it"));
    }

    private static boolean isReserved(int type) {
        return type >= BbcParser.USE && type <= BbcParser.SELF && type != BbcParser.IN && type != BbcParser.CONTAINS;
    }
}
