package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Policies that apply to a program. */
final class AppliedPolicies {
    private AppliedPolicies() {}

    /** Returns the policies of the platform, and those of the standard library that it names. */
    static List<Decl.Policy> of(Program program, Findings findings) {
        Set<String> named = new TreeSet<>();
        program.platform().value(Program.POLICIES).ifPresent(value -> {
            if (value instanceof Value.Members(List<Value> members)) {
                members.forEach(name -> named.add(ValueFormatter.text(name)));
            }
        });
        Set<String> standard = new TreeSet<>();
        program.policies().values().stream()
                .filter(AppliedPolicies::isStandard)
                .forEach(policy -> standard.add(policy.name().text()));
        named.stream()
                .filter(name -> !standard.contains(name))
                .forEach(name -> findings.add(unknown(program, name, standard)));
        return program.policies().values().stream()
                .filter(policy ->
                        !isStandard(policy) || named.contains(policy.name().text()))
                .toList();
    }

    private static Finding unknown(Program program, String name, Set<String> standard) {
        return EvalMessages.unknown(
                        Code.UNKNOWN_DEFINITION,
                        program.platform().span(Program.POLICIES, name),
                        "unknown policy `" + name + "` in the standard library",
                        name,
                        standard)
                .why("those of the platform itself apply without being named");
    }

    /** Returns whether a policy applies only if the platform names it. */
    static boolean isStandard(Decl.Policy policy) {
        return policy.span().file().owner() instanceof Owner.Std;
    }
}
