package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.*;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the statements of a body. */
final class StmtBuilder {
    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final ExprBuilder exprs;

    StmtBuilder(TokenPositions places, SyntaxFindings findings, ExprBuilder exprs) {
        this.places = places;
        this.findings = findings;
        this.exprs = exprs;
    }

    /** Builds the statements between braces. */
    Body body(BodyContext node) {
        List<Stmt> stmts = new ArrayList<>();
        for (StmtContext stmt : node.stmt()) {
            if (stmt.exception == null) {
                stmts.add(statement(stmt.statement(), places.doc(stmt.doc())));
            }
        }
        return new Body(stmts, places.of(node));
    }

    private Stmt statement(StatementContext node, Optional<String> doc) {
        if (node.item() != null) {
            return item(places.name(node.item().word()), node.item().itemRest(), doc);
        }
        if (node.final_() != null) {
            return field(true, places.name(node.final_().word()), node.final_().setting(), places.of(node), doc);
        }
        if (node.use() != null) {
            return use(node.use());
        }
        if (node.let() != null) {
            return new Stmt.Let(
                    places.name(node.let().word()), exprs.value(node.let().value()), places.of(node));
        }
        return node.ifStmt() != null ? ifStmt(node.ifStmt()) : forStmt(node.forStmt());
    }

    /** Builds a field or a block, depending on the token after its first word. */
    Stmt item(Name kind, ItemRestContext node, Optional<String> doc) {
        Span span = kind.span().to(places.of(node));
        if (node.setting() != null) {
            return field(false, kind, node.setting(), span, doc);
        }
        EntryContext entry = node.entry();
        boolean targeted = entry.ARROW() != null;
        List<Stmt.Label> labels =
                entry.label().stream().map(exprs.primaries()::label).toList();
        Optional<Stmt.Label> target = targeted ? Optional.of(labels.getLast()) : Optional.empty();
        List<Stmt.Label> before = targeted ? labels.subList(0, labels.size() - 1) : labels;
        Optional<Body> body = Optional.ofNullable(entry.body()).map(this::body);
        if (kind.text().equals("defaults")) {
            return defaults(kind, before, body, span);
        }
        return new Stmt.Entry(kind, before, target, body, entry.NONE() != null, doc, span);
    }

    private Stmt field(boolean isFinal, Name first, SettingContext node, Span span, Optional<String> doc) {
        List<Name> path = new ArrayList<>(List.of(first));
        path.addAll(places.names(node.word()));
        Expr value = exprs.value(node.value());
        return new Stmt.Field(isFinal, path, node.ADD_ASSIGN() != null, value, doc, span);
    }

    private Stmt use(UseContext node) {
        List<Expr.Arg> args =
                node.args() == null ? List.of() : exprs.primaries().args(node.args());
        return new Stmt.Use(places.names(node.word()), args, places.of(node));
    }

    private Stmt ifStmt(IfStmtContext node) {
        Optional<Body> otherwise = Optional.empty();
        if (node.ifStmt() != null) {
            otherwise = Optional.of(new Body(List.of(ifStmt(node.ifStmt())), places.of(node.ifStmt())));
        } else if (node.ELSE() != null) {
            otherwise = Optional.of(body(node.body(1)));
        }
        return new Stmt.If(exprs.expr(node.expr()), body(node.body(0)), otherwise, places.of(node));
    }

    private Stmt forStmt(ForStmtContext node) {
        Expr in = exprs.expr(node.expr(0));
        return new Stmt.For(
                exprs.variables(node.loopVariables()),
                in,
                exprs.where(node.WHERE(), node.expr()),
                body(node.body()),
                places.of(node));
    }

    private Stmt defaults(Name word, List<Stmt.Label> labels, Optional<Body> body, Span span) {
        if (labels.size() == 1 && labels.getFirst().value() instanceof Expr.NameRef kind && body.isPresent()) {
            return new Stmt.Defaults(new Name(kind.name(), kind.span()), body.get(), span);
        }
        findings.add(Finding.of(Code.SYNTAX_ERROR, word.span(), "expected `defaults`, a kind and a block")
                .why("`defaults` sets values in every block of one kind")
                .fix("write it like `defaults container { tasks = 500 }`"));
        return new Stmt.Refused(word.text(), span);
    }
}
