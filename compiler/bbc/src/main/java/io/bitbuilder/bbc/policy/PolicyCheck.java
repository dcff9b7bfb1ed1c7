package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the names in a policy against the kinds, so that a mistake shows before a tenant writes the first block that
 * the policy judges. Everything else shows when it is evaluated.
 */
final class PolicyCheck {
    private final Program program;
    private final Findings mistakes = new Findings();
    private final SubjectKinds kinds;
    private final MemberShapes members;

    private PolicyCheck(Program program, SubjectKinds kinds) {
        this.program = program;
        this.kinds = kinds;
        this.members = new MemberShapes(kinds);
    }

    /** Returns whether all names of a policy exist; reports those that do not. */
    static boolean accepts(Decl.Policy policy, Program program, SubjectKinds kinds, Findings findings) {
        PolicyCheck check = new PolicyCheck(program, kinds);
        check.policy(policy);
        findings.addAll(check.mistakes.all());
        return check.mistakes.all().isEmpty();
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
        Map<String, PolicyShape> locals = Map.of(policy.rule().variable().text(), new PolicyShape.OfBlock(judged, ""));
        shape(policy.rule().condition(), locals);
        shape(policy.message(), locals);
        policy.help().ifPresent(help -> shape(help, locals));
    }

    private void all(List<Expr> exprs, Map<String, PolicyShape> locals) {
        exprs.forEach(expr -> shape(expr, locals));
    }

    private PolicyShape shape(Expr expr, Map<String, PolicyShape> locals) {
        return switch (expr) {
            case Expr.NameRef name -> locals.getOrDefault(name.name(), PolicyShape.ANY);
            case Expr.Member member -> member(member, locals);
            case Expr.Comprehension loop -> loop(loop, locals);
            case Expr.Binary binary -> binary(binary, locals);
            case Expr.Call call -> call(call, locals);
            case Expr.Template template -> any(template.parts(), locals);
            case Expr.Unary unary -> any(List.of(unary.operand()), locals);
            case Expr.Range range -> any(List.of(range.from(), range.to()), locals);
            case Expr.Conditional choice -> any(List.of(choice.condition(), choice.then(), choice.otherwise()), locals);
            case Expr.ListOf list -> any(list.elements(), locals);
            case Expr.RecordOf record ->
                any(record.fields().stream().map(Expr.RecordField::value).toList(), locals);
            default -> PolicyShape.ANY;
        };
    }

    private PolicyShape any(List<Expr> parts, Map<String, PolicyShape> locals) {
        all(parts, locals);
        return PolicyShape.ANY;
    }

    private PolicyShape loop(Expr.Comprehension loop, Map<String, PolicyShape> locals) {
        PolicyShape element =
                shape(loop.in(), locals) instanceof PolicyShape.ListOf(PolicyShape of) ? of : PolicyShape.ANY;
        Map<String, PolicyShape> inner = new HashMap<>(locals);
        inner.put(loop.variable().text(), element);
        loop.where().ifPresent(where -> shape(where, inner));
        return new PolicyShape.ListOf(shape(loop.element(), inner));
    }

    private PolicyShape call(Expr.Call call, Map<String, PolicyShape> locals) {
        String name = call.function().text();
        if (!Evaluator.functions().contains(name)) {
            mistakes.add(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    call.function().span(),
                    "unknown function `" + name + "`",
                    name,
                    Evaluator.functions()));
        }
        return any(call.args().stream().map(Expr.Arg::value).toList(), locals);
    }

    private PolicyShape binary(Expr.Binary binary, Map<String, PolicyShape> locals) {
        PolicyShape left = shape(binary.left(), locals);
        PolicyShape right = shape(binary.right(), locals);
        word(binary.right(), left, locals);
        word(binary.left(), right, locals);
        return PolicyShape.ANY;
    }

    /** Checks a bare word that is compared with a member of an enum. */
    private void word(Expr expr, PolicyShape other, Map<String, PolicyShape> locals) {
        if (expr instanceof Expr.NameRef name
                && other instanceof PolicyShape.Plain(Type type)
                && Type.core(type) instanceof Type.OneOf(EnumType words)
                && words.indexOf(name.name()) < 0
                && !locals.containsKey(name.name())
                && program.let(name.name()).isEmpty()) {
            mistakes.add(EvalMessages.unknown(
                    Code.UNKNOWN_NAME,
                    name.span(),
                    "unknown value `" + name.name() + "` for " + words.name(),
                    name.name(),
                    words.words()));
        }
    }

    private PolicyShape member(Expr.Member member, Map<String, PolicyShape> locals) {
        if (!(shape(member.of(), locals) instanceof PolicyShape.OfBlock(List<Kind> all, String prefix))) {
            return PolicyShape.ANY;
        }
        PolicyShape found = PolicyShape.ANY;
        for (Kind kind : all) {
            found = members.member(member.name(), kind, prefix);
            if (found == PolicyShape.UNKNOWN) {
                mistakes.add(EvalMessages.unknown(
                        Code.UNKNOWN_MEMBER,
                        member.name().span(),
                        "unknown field or block `" + member.name() + "` in " + kind.name(),
                        member.name().text(),
                        members.known(kind, prefix)));
                return PolicyShape.ANY;
            }
        }
        return found;
    }
}
