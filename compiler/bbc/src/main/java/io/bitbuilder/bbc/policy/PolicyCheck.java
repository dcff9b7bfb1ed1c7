package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.LoopVariables;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the names in a policy against the kinds, and that it tests whether an optional value is present before it
 * computes with it, so that a mistake shows before a tenant writes the first block that the policy judges. Everything
 * else shows when it is evaluated.
 */
final class PolicyCheck {
    /** Functions that compute with the elements of a list. */
    private static final Set<String> FOLDS = Set.of("min", "max", "sum");

    private final Program program;
    private final boolean seesLets;
    private final Findings mistakes = new Findings();
    private final SubjectKinds kinds;
    private final MemberShapes members;
    private final Map<Span, Type> words = new HashMap<>();

    private PolicyCheck(Decl.Policy policy, Program program, SubjectKinds kinds) {
        this.program = program;
        this.seesLets = !AppliedPolicies.isStandard(policy);
        this.kinds = kinds;
        this.members = new MemberShapes(kinds);
    }

    /**
     * Returns the types of the bare words in a policy, by their places; empty if it has mistakes, which are reported.
     */
    static Optional<Map<Span, Type>> wordsOf(
            Decl.Policy policy, Program program, SubjectKinds kinds, Findings findings) {
        PolicyCheck check = new PolicyCheck(policy, program, kinds);
        check.policy(policy);
        findings.addAll(check.mistakes.all());
        return check.mistakes.all().isEmpty() ? Optional.of(Map.copyOf(check.words)) : Optional.empty();
    }

    private void policy(Decl.Policy policy) {
        Name subject = policy.rule().subject();
        List<Kind> judged = kinds.of(subject.text());
        if (judged.isEmpty()) {
            mistakes.add(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    subject.span(),
                    "unknown kind of blocks `" + subject + "`",
                    subject.text(),
                    kinds.words()));
            return;
        }
        PresentValues known = new PresentValues(Map.of(), Set.of())
                .with(policy.rule().variable().text(), new PolicyShape.OfBlock(judged, ""));
        Expr condition = policy.rule().condition();
        shape(condition, known);
        PresentValues denied = known.where(condition, true);
        shape(policy.message(), denied);
        policy.help().ifPresent(help -> shape(help, denied));
    }

    private PolicyShape shape(Expr expr, PresentValues known) {
        return switch (expr) {
            case Expr.NameRef name -> known.locals().getOrDefault(name.name(), PolicyShape.ANY);
            case Expr.Member member -> member(member, known);
            case Expr.Comprehension loop -> loop(loop, known);
            case Expr.Binary binary -> binary(binary, known);
            case Expr.Call call -> call(call, known);
            case Expr.Template template -> {
                template.parts().forEach(part -> operand(part, "{}", known));
                yield PolicyShape.ANY;
            }
            case Expr.Unary unary -> any(List.of(unary.operand()), known);
            case Expr.Range range -> any(List.of(range.from(), range.to()), known);
            case Expr.Conditional choice -> {
                shape(choice.condition(), known);
                shape(choice.then(), known.where(choice.condition(), true));
                shape(choice.otherwise(), known.where(choice.condition(), false));
                yield PolicyShape.ANY;
            }
            case Expr.ListOf list -> any(list.elements(), known);
            case Expr.RecordOf record ->
                any(record.fields().stream().map(Expr.RecordField::value).toList(), known);
            default -> PolicyShape.ANY;
        };
    }

    private PolicyShape any(List<Expr> parts, PresentValues known) {
        parts.forEach(part -> shape(part, known));
        return PolicyShape.ANY;
    }

    private PolicyShape loop(Expr.Comprehension loop, PresentValues known) {
        PolicyShape element =
                shape(loop.in(), known) instanceof PolicyShape.ListOf(PolicyShape of) ? of : PolicyShape.ANY;
        PresentValues inner = with(loop.variables(), element, known);
        loop.where().ifPresent(where -> shape(where, inner));
        return new PolicyShape.ListOf(shape(
                loop.element(),
                loop.where().map(where -> inner.where(where, true)).orElse(inner)));
    }

    /** The keys and values of a map have no shape. */
    private static PresentValues with(LoopVariables variables, PolicyShape element, PresentValues known) {
        PresentValues inner = known;
        for (String variable : variables.names()) {
            inner = inner.with(variable, variables.second().isEmpty() ? element : PolicyShape.ANY);
        }
        return inner;
    }

    private PolicyShape call(Expr.Call call, PresentValues known) {
        String name = call.function().text();
        if (!Evaluator.functions().contains(name)) {
            mistakes.add(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    call.function().span(),
                    "unknown function `" + name + "`",
                    name,
                    Evaluator.functions()));
        }
        call.args().forEach(arg -> operand(arg.value(), name, known));
        return PolicyShape.ANY;
    }

    private PolicyShape binary(Expr.Binary binary, PresentValues known) {
        Expr left = binary.left();
        Expr right = binary.right();
        String symbol = Evaluator.symbol(binary.op());
        switch (binary.op()) {
            case AND, OR -> {
                shape(left, known);
                shape(right, known.where(left, binary.op() == Expr.BinaryOp.AND));
            }
            case EQ, NE -> words(left, shape(left, known), right, shape(right, known), known);
            case IN -> words(left, shape(left, known), right, operand(right, symbol, known), known);
            case CONTAINS -> words(left, operand(left, symbol, known), right, shape(right, known), known);
            default -> words(left, operand(left, symbol, known), right, operand(right, symbol, known), known);
        }
        return PolicyShape.ANY;
    }

    /** Returns the shape of a value that must be present. */
    private PolicyShape operand(Expr expr, String use, PresentValues known) {
        PolicyShape shape = shape(expr, known);
        PolicyShape folded = FOLDS.contains(use) && shape instanceof PolicyShape.ListOf(PolicyShape of) ? of : shape;
        if (folded instanceof PolicyShape.Maybe) {
            mistakes.add(absent(folded == shape ? expr : element(expr), "for `" + use + "`"));
        }
        return PolicyShape.present(shape);
    }

    private static Expr element(Expr list) {
        return list instanceof Expr.Comprehension loop ? loop.element() : list;
    }

    private static Finding absent(Expr expr, String use) {
        String value = expr.span().text();
        return Finding.of(Code.UNSUPPORTED_OPERANDS, expr.span(), "unsupported optional value `" + value + "` " + use)
                .why("it is `none` for each block that does not write it, and the policy says nothing about these")
                .fix("write `" + value + " != none and` before the comparison, or `" + value
                        + " == none or` to include blocks without it");
    }

    private void words(Expr left, PolicyShape ofLeft, Expr right, PolicyShape ofRight, PresentValues known) {
        word(right, PolicyShape.present(ofLeft), known);
        word(left, PolicyShape.present(ofRight), known);
    }

    /** Checks a bare word that is compared with a member of an enum, and keeps its type. */
    private void word(Expr expr, PolicyShape other, PresentValues known) {
        switch (expr) {
            case Expr.ListOf list -> list.elements().forEach(element -> word(element, other, known));
            case Expr.Scope scope -> typeOf(other).ifPresent(type -> words.put(scope.span(), type));
            case Expr.NameRef name
            when !known.locals().containsKey(name.name())
                    && !(seesLets && program.let(Owner.PLATFORM, name.name()).isPresent()) ->
                typeOf(other).ifPresent(type -> bare(name, type));
            default -> {}
        }
    }

    private void bare(Expr.NameRef name, Type type) {
        words.put(name.span(), type);
        if (type instanceof Type.OneOf(EnumType members) && members.indexOf(name.name()) < 0) {
            mistakes.add(EvalMessages.unknown(
                    Code.UNKNOWN_NAME,
                    name.span(),
                    "unknown value `" + name.name() + "` for " + members.name(),
                    name.name(),
                    members.words()));
        }
    }

    /** Returns the type of a word that is compared with such a value. */
    private static Optional<Type> typeOf(PolicyShape shape) {
        return switch (shape) {
            case PolicyShape.Plain(Type type) -> Optional.of(Type.core(type));
            case PolicyShape.OfBlock(List<Kind> all, String prefix)
            when prefix.isEmpty() ->
                Optional.of(new Type.Ref(all.size() == 1 ? all.getFirst().name() : Schema.WORKLOAD));
            default -> Optional.empty();
        };
    }

    private PolicyShape member(Expr.Member member, PresentValues known) {
        PolicyShape of = shape(member.of(), known);
        if (of instanceof PolicyShape.Maybe) {
            mistakes.add(absent(member.of(), "before `." + member.name() + "`"));
        }
        if (PolicyShape.present(of) instanceof PolicyShape.Plain(Type type)
                && Type.core(type) instanceof Type.MapOf(Type key, Type value)) {
            PolicyShape entry = new PolicyShape.Plain(value);
            return known.isPresent(member) ? entry : new PolicyShape.Maybe(entry);
        }
        if (!(PolicyShape.present(of) instanceof PolicyShape.OfBlock(List<Kind> all, String prefix))) {
            return PolicyShape.ANY;
        }
        PolicyShape found = PolicyShape.ANY;
        boolean optional = false;
        for (Kind kind : all) {
            PolicyShape shape = members.member(member.name(), kind, prefix);
            if (shape == PolicyShape.UNKNOWN) {
                mistakes.add(EvalMessages.unknown(
                        Code.UNKNOWN_MEMBER,
                        member.name().span(),
                        "unknown field or block `" + member.name() + "` in " + kind.name(),
                        member.name().text(),
                        members.known(kind, prefix)));
                return PolicyShape.ANY;
            }
            optional |= shape instanceof PolicyShape.Maybe;
            found = PolicyShape.present(shape);
        }
        return optional && !known.isPresent(member) ? new PolicyShape.Maybe(found) : found;
    }
}
