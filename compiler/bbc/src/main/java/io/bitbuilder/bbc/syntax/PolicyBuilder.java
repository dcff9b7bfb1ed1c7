package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.PolicyContext;
import io.bitbuilder.bbc.grammar.BbcParser.PolicyPartContext;
import io.bitbuilder.bbc.grammar.BbcParser.PolicyRuleContext;
import io.bitbuilder.bbc.grammar.BbcParser.SentenceContext;
import io.bitbuilder.bbc.grammar.BbcParser.WaiverContext;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.CalendarDate;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds policies and waivers. */
final class PolicyBuilder {
    private static final int OTHER_CHILDREN = 4;

    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final ExprBuilder exprs;

    PolicyBuilder(TokenPositions places, SyntaxFindings findings, ExprBuilder exprs) {
        this.places = places;
        this.findings = findings;
        this.exprs = exprs;
    }

    /** Builds a policy; empty if it lacks its rule or its message, or has two. */
    Optional<Decl> policy(PolicyContext node, Optional<String> doc) {
        Name name = places.name(node.word());
        List<PolicyPartContext> parts = node.policyPart();
        // Its other children are `policy`, the name and both braces; more are parts that were skipped, and reported.
        boolean complete = node.getChildCount() == parts.size() + OTHER_CHILDREN;
        if (!complete || parts.stream().anyMatch(part -> part.exception != null)) {
            return Optional.empty();
        }
        Optional<PolicyRuleContext> rule =
                single(name, parts, PolicyPartContext::policyRule, r -> true, "rule", "`deny` or `warn`");
        Optional<SentenceContext> message =
                single(name, parts, PolicyPartContext::sentence, s -> s.MESSAGE() != null, "message", "`message`");
        List<SentenceContext> help = all(parts, PolicyPartContext::sentence, s -> s.HELP() != null);
        if (help.size() > 1) {
            wrong(places.of(help.get(1)), "duplicate help of policy `" + name + "`", "keep one `help`");
        }
        return rule.isEmpty() || message.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decl.Policy(
                        name,
                        rule(rule.get()),
                        sentence(message.get()),
                        help.stream().findFirst().map(this::sentence),
                        doc,
                        places.of(node)));
    }

    private static <T> List<T> all(
            List<PolicyPartContext> parts, Function<PolicyPartContext, T> part, Predicate<T> wanted) {
        return parts.stream().map(part).filter(Objects::nonNull).filter(wanted).toList();
    }

    private <T extends ParserRuleContext> Optional<T> single(
            Name name,
            List<PolicyPartContext> parts,
            Function<PolicyPartContext, T> part,
            Predicate<T> wanted,
            String what,
            String word) {
        List<T> all = all(parts, part, wanted);
        if (all.isEmpty()) {
            wrong(name.span(), "missing " + what + " of policy `" + name + "`", "write one " + word + " in it");
        } else if (all.size() > 1) {
            wrong(
                    places.of(all.get(1)),
                    "duplicate " + what + " of policy `" + name + "`",
                    "keep one " + word + ", or write a second policy");
        }
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private void wrong(Span span, String message, String fix) {
        findings.add(Finding.of(Code.SYNTAX_ERROR, span, message)
                .why("a policy has one rule and one message, so that its name says what was denied or waived")
                .fix(fix));
    }

    private Decl.PolicyRule rule(PolicyRuleContext node) {
        return new Decl.PolicyRule(
                node.DENY() != null,
                places.name(node.word(0)),
                places.name(node.word(1)),
                exprs.expr(node.expr()),
                places.of(node));
    }

    private Expr sentence(SentenceContext node) {
        return exprs.primaries().text(node.text());
    }

    /** Builds a waiver; empty if its date is invalid. */
    Optional<Decl> waiver(WaiverContext node) {
        List<Name> words = places.names(node.word());
        Optional<LocalDate> until = Optional.ofNullable(node.DATE()).flatMap(this::date);
        if (!(exprs.primaries().text(node.text()) instanceof Expr.Text reason)) {
            findings.add(Finding.of(
                            Code.SYNTAX_ERROR,
                            places.of(node.text()),
                            "expected a plain string as reason, found one with an expression")
                    .why("the reason is shown as it is written")
                    .fix("write `\\{` for a brace"));
            return Optional.empty();
        }
        return until.isPresent() == (node.DATE() != null)
                ? Optional.of(new Decl.Waiver(
                        words.getFirst(), words.subList(1, words.size()), reason.value(), until, places.of(node)))
                : Optional.empty();
    }

    private Optional<LocalDate> date(TerminalNode node) {
        String text = node.getText();
        return switch (CalendarDate.parse(text)) {
            case Parsed.Good<LocalDate>(LocalDate date) -> Optional.of(date);
            case Parsed.Bad<LocalDate>(var reason) -> {
                findings.add(Finding.of(
                        Code.INVALID_VALUE,
                        places.of(node.getSymbol()),
                        "invalid date `" + text + "`: " + reason.words()));
                yield Optional.empty();
            }
        };
    }
}
