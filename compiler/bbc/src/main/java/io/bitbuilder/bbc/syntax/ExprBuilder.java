package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.bbc.grammar.BbcParser.*;
import io.bitbuilder.bbc.syntax.Expr.BinaryOp;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds expressions from operators; operands come from {@link PrimaryBuilder}. */
final class ExprBuilder {
    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final PrimaryBuilder primaries;

    ExprBuilder(TokenPositions places, SyntaxFindings findings) {
        this.places = places;
        this.findings = findings;
        this.primaries = new PrimaryBuilder(places, findings, this);
    }

    /** Returns the builder of labels, arguments and other operands. */
    PrimaryBuilder primaries() {
        return primaries;
    }

    /** Builds any expression. */
    Expr expr(ExprContext node) {
        if (node.IF() == null) {
            return or(node.orExpr());
        }
        return new Expr.Conditional(expr(node.expr(0)), expr(node.expr(1)), expr(node.expr(2)), places.of(node));
    }

    /** Builds the value of a field. */
    Expr value(ValueContext node) {
        return expr(node.expr());
    }

    private Expr or(OrExprContext node) {
        return leftward(node, node.andExpr(), this::and);
    }

    private Expr and(AndExprContext node) {
        return leftward(node, node.notExpr(), this::not);
    }

    private Expr not(NotExprContext node) {
        return node.NOT() == null
                ? compare(node.compareExpr())
                : new Expr.Unary(Expr.UnaryOp.NOT, not(node.notExpr()), places.of(node));
    }

    private Expr compare(CompareExprContext node) {
        return leftward(node, node.rangeExpr(), this::range);
    }

    private Expr range(RangeExprContext node) {
        Expr from = add(node.addExpr(0));
        return node.RANGE() == null ? from : new Expr.Range(from, add(node.addExpr(1)), places.of(node));
    }

    private Expr add(AddExprContext node) {
        return leftward(node, node.mulExpr(), this::multiply);
    }

    private Expr multiply(MulExprContext node) {
        return leftward(node, node.unaryExpr(), this::unary);
    }

    private Expr unary(UnaryExprContext node) {
        return node.MINUS() == null
                ? postfix(node.postfixExpr())
                : new Expr.Unary(Expr.UnaryOp.NEGATE, unary(node.unaryExpr()), places.of(node));
    }

    private Expr postfix(PostfixExprContext node) {
        Expr of = primaries.primary(node.primary());
        for (WordContext word : node.word()) {
            of = new Expr.Member(of, places.name(word), of.span().to(places.of(word)));
        }
        return of;
    }

    /** Builds alternating operands and operators, left-associative. */
    private <T extends ParserRuleContext> Expr leftward(
            ParserRuleContext node, List<T> operands, Function<T, Expr> build) {
        Expr left = build.apply(operands.getFirst());
        for (int i = 1; i < operands.size(); i++) {
            Expr right = build.apply(operands.get(i));
            Token operator = ((TerminalNode) node.getChild(2 * i - 1)).getSymbol();
            Span span = left.span().to(right.span());
            left = new Expr.Binary(operator(operator.getType()), left, right, span);
        }
        return left;
    }

    private static BinaryOp operator(int type) {
        return switch (type) {
            case BbcParser.OR -> BinaryOp.OR;
            case BbcParser.AND -> BinaryOp.AND;
            case BbcParser.EQ -> BinaryOp.EQ;
            case BbcParser.NE -> BinaryOp.NE;
            case BbcParser.LT -> BinaryOp.LT;
            case BbcParser.LE -> BinaryOp.LE;
            case BbcParser.GT -> BinaryOp.GT;
            case BbcParser.GE -> BinaryOp.GE;
            case BbcParser.IN -> BinaryOp.IN;
            case BbcParser.CONTAINS -> BinaryOp.CONTAINS;
            case BbcParser.PLUS -> BinaryOp.ADD;
            case BbcParser.MINUS -> BinaryOp.SUBTRACT;
            case BbcParser.STAR -> BinaryOp.MULTIPLY;
            case BbcParser.SLASH -> BinaryOp.DIVIDE;
            default -> throw new IllegalStateException("token " + type + " is not an operator");
        };
    }

    /** Builds the variables of a loop; the names of two differ. */
    LoopVariables variables(LoopVariablesContext node) {
        List<Name> names = node.word().stream().map(places::name).toList();
        boolean same = names.size() == 2
                && names.getFirst().text().equals(names.getLast().text());
        if (same) {
            findings.add(Finding.of(
                            Code.DUPLICATE_NAME,
                            names.getLast().span(),
                            "duplicate variable `" + names.getLast() + "` in loop")
                    .fix("rename one of them"));
        }
        return new LoopVariables(
                names.getFirst(), names.stream().skip(1).findFirst().filter(second -> !same));
    }

    /** Builds the condition after {@code where}, if present. */
    Optional<Expr> where(TerminalNode where, List<ExprContext> exprs) {
        return where == null ? Optional.empty() : Optional.of(expr(exprs.getLast()));
    }
}
