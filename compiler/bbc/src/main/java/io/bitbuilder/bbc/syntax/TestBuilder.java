package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.ClaimContext;
import io.bitbuilder.bbc.grammar.BbcParser.ExpectationContext;
import io.bitbuilder.bbc.grammar.BbcParser.ReportsContext;
import io.bitbuilder.bbc.grammar.BbcParser.TestContext;
import io.bitbuilder.bbc.grammar.BbcParser.TestPartContext;
import io.bitbuilder.bbc.grammar.BbcParser.TopItemContext;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds tests. */
final class TestBuilder {
    private static final int OTHER_CHILDREN = 4;

    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final ExprBuilder exprs;
    private final Function<TopItemContext, Optional<Decl>> items;

    /** Creates a builder; {@code items} builds the blocks of a fleet. */
    TestBuilder(
            TokenPositions places,
            SyntaxFindings findings,
            ExprBuilder exprs,
            Function<TopItemContext, Optional<Decl>> items) {
        this.places = places;
        this.findings = findings;
        this.exprs = exprs;
        this.items = items;
    }

    /** Builds a test; empty if a part of it is wrong, which has a finding. */
    Optional<Decl> test(TestContext node, Optional<String> doc) {
        if (!(exprs.primaries().text(node.text()) instanceof Expr.Text title)) {
            findings.add(Finding.of(
                            Code.SYNTAX_ERROR,
                            places.of(node.text()),
                            "expected a plain string as name of the test, found one with an expression")
                    .why("`bbc test --filter` and reports name the test as it is written")
                    .fix("write `\\{` for a brace"));
            return Optional.empty();
        }
        List<Decl.Let> lets = new ArrayList<>();
        List<Decl.TopLevelBlock> blocks = new ArrayList<>();
        List<Expected> expectations = new ArrayList<>();
        for (TestPartContext part : node.testPart()) {
            if (part.exception != null) {
                return Optional.empty();
            }
            if (part.topItem() != null) {
                blocks.addAll(blocks(List.of(part.topItem())));
            } else if (part.let() != null) {
                lets.add(new Decl.Let(
                        places.name(part.let().word()), exprs.value(part.let().value()), places.of(part.let())));
            } else {
                expectation(part.expectation()).ifPresent(expectations::add);
            }
        }
        // Its other children are `test`, the name and both braces; more are parts that were skipped, and reported.
        boolean complete = node.getChildCount() == node.testPart().size() + OTHER_CHILDREN
                && node.testPart().size() == lets.size() + blocks.size() + expectations.size();
        Name name = new Name(title.value(), title.span());
        return complete
                ? Optional.of(new Decl.Test(name, lets, blocks, expectations, doc, places.of(node)))
                : Optional.empty();
    }

    private List<Decl.TopLevelBlock> blocks(List<TopItemContext> nodes) {
        return nodes.stream()
                .flatMap(node -> items.apply(node).stream())
                .filter(Decl.TopLevelBlock.class::isInstance)
                .map(Decl.TopLevelBlock.class::cast)
                .toList();
    }

    private Optional<Expected> expectation(ExpectationContext node) {
        Span span = places.of(node);
        return node.reports() != null ? Optional.of(reports(node.reports(), span)) : claim(node.claim(), span);
    }

    private Expected reports(ReportsContext node, Span span) {
        Name code = new Name(node.IDENT().getText(), places.of(node.IDENT().getSymbol()));
        List<TopItemContext> blocks = node.reportedPart().stream()
                .filter(part -> part.exception == null)
                .map(part -> part.topItem())
                .toList();
        return new Expected.Reports(node.ERROR() != null, code, blocks(blocks), span);
    }

    private Optional<Expected> claim(ClaimContext node, Span span) {
        Expr subject = exprs.expr(node.expr());
        if (node.HAS() == null) {
            return Optional.of(new Expected.Holds(subject, span));
        }
        if (subject instanceof Expr.Call source) {
            List<Name> path = places.names(node.word());
            Optional<Expr> value = Optional.ofNullable(node.value()).map(exprs::value);
            return Optional.of(
                    new Expected.Has(source, node.NOT() != null, path.getFirst(), path.getLast(), value, span));
        }
        findings.add(Finding.of(Code.SYNTAX_ERROR, subject.span(), "expected `unit(…)` or `file(…)` before `has`")
                .why("`has` tests directives of compiled files")
                .fix("write it like `expect unit(\"t.c\") has Service.MemoryMax = 2GiB`"));
        return Optional.empty();
    }
}
