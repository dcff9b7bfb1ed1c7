package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.bbc.grammar.BbcParser.*;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Builds operands: literals, names, calls, lists, records; and labels, which are operands too. */
final class PrimaryBuilder {
    private final TokenPositions places;
    private final ExprBuilder exprs;
    private final StringExprBuilder texts;
    private final LiteralBuilder literals;

    PrimaryBuilder(TokenPositions places, SyntaxFindings findings, ExprBuilder exprs) {
        this.places = places;
        this.exprs = exprs;
        this.texts = new StringExprBuilder(places, findings, exprs);
        this.literals = new LiteralBuilder(places);
    }

    /** Builds an operand. */
    Expr primary(PrimaryContext node) {
        Span span = places.of(node);
        if (node.literal() != null) {
            return literals.literal(node.literal());
        }
        if (node.text() != null) {
            return texts.text(node.text());
        }
        if (node.list() != null) {
            return list(node.list());
        }
        if (node.bracketed() != null) {
            return bracketed(node.bracketed());
        }
        if (node.word() != null) {
            return node.args() == null
                    ? word(node.word())
                    : new Expr.Call(places.name(node.word()), args(node.args()), span);
        }
        return switch (node.start.getType()) {
            case BbcParser.TRUE -> new Expr.Bool(true, span);
            case BbcParser.FALSE -> new Expr.Bool(false, span);
            case BbcParser.AUTO -> new Expr.Auto(span);
            case BbcParser.NONE -> new Expr.None(span);
            case BbcParser.SELF -> new Expr.Scope("self", span);
            default -> throw new IllegalStateException("token " + node.start.getType() + " cannot begin an operand");
        };
    }

    /** Builds a label of a block. */
    Stmt.Label label(LabelContext node) {
        Span span = places.of(node);
        if (node.expr() != null) {
            return new Stmt.Label(exprs.expr(node.expr()), true, span);
        }
        if (node.literal() != null) {
            return new Stmt.Label(literals.literal(node.literal()), false, span);
        }
        if (node.text() != null) {
            return new Stmt.Label(texts.text(node.text()), false, span);
        }
        if (node.AUTO() != null) {
            return new Stmt.Label(new Expr.Auto(span), false, span);
        }
        Name first = places.name(node.word(0));
        Expr path = new Expr.NameRef(first.text(), first.span());
        for (Name next : places.names(node.word()).subList(1, node.word().size())) {
            path = new Expr.Member(path, next, path.span().to(next.span()));
        }
        return new Stmt.Label(path, false, span);
    }

    /** Builds the arguments of a call or of {@code use}; empty without parentheses. */
    List<Expr.Arg> args(ArgsContext node) {
        return node.arg().stream()
                .map(a -> new Expr.Arg(
                        Optional.ofNullable(a.word()).map(places::name), bracketed(a.bracketed()), places.of(a)))
                .toList();
    }

    private Expr bracketed(BracketedContext node) {
        return node.expr() != null ? exprs.expr(node.expr()) : record(node.record());
    }

    private Expr record(RecordContext node) {
        return new Expr.RecordOf(
                node.recordField().stream().map(this::recordField).toList(), places.of(node));
    }

    private Expr.RecordField recordField(RecordFieldContext node) {
        Expr value = bracketed(node.bracketed());
        return new Expr.RecordField(key(node), value, places.of(node.start).to(value.span()));
    }

    /** Builds a string, or a template if it contains expressions. */
    Expr text(TextContext node) {
        return texts.text(node);
    }

    /** Builds a string without expressions. */
    Name plain(TextContext node) {
        return texts.plain(node);
    }

    /** Returns a key: a word or a string without expressions. */
    private Name key(RecordFieldContext node) {
        if (node.word() != null) {
            return places.name(node.word());
        }
        if (node.text() != null) {
            return texts.plain(node.text());
        }
        return new Name(node.start.getText(), places.of(node.start));
    }

    private Expr list(ListContext node) {
        Span span = places.of(node);
        List<Expr> elements = node.bracketed().stream().map(this::bracketed).toList();
        ComprehensionContext loop = node.comprehension();
        if (loop == null) {
            return new Expr.ListOf(elements, span);
        }
        Expr in = exprs.expr(loop.expr(0));
        return new Expr.Comprehension(
                elements.getFirst(),
                exprs.variables(loop.loopVariables()),
                in,
                exprs.where(loop.WHERE(), loop.expr()),
                span);
    }

    private Expr word(WordContext node) {
        String text = node.start.getText();
        boolean scope = node.keywordName() != null && isScope(node.start.getType()) || text.equals("it");
        return scope ? new Expr.Scope(text, places.of(node)) : new Expr.NameRef(text, places.of(node));
    }

    private static boolean isScope(int type) {
        return type == BbcParser.WORKLOAD || type == BbcParser.TENANT || type == BbcParser.HOST;
    }
}
