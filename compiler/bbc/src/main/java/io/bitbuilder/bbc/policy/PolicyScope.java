package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names that a policy sees: its variable, and the platform's hosts and images; those of the platform see its
 * {@code let}s also. No {@code let} changes what a policy of the standard library means.
 */
record PolicyScope(
        Program program, boolean lets, Optional<String> variable, Value subject, Budget budget, PolicyEvaluation run)
        implements Scope {
    static PolicyScope of(Decl.Policy policy, Value subject, Program program, Budget budget, PolicyEvaluation run) {
        Optional<String> variable = Optional.of(policy.rule().variable().text());
        return new PolicyScope(program, !AppliedPolicies.isStandard(policy), variable, subject, budget, run);
    }

    /** Returns the scope of an expression of the kinds, such as the default of a field. */
    static PolicyScope bare(Program program, Budget budget, PolicyEvaluation run) {
        return new PolicyScope(program, false, Optional.empty(), Value.ERROR, budget, run);
    }

    @Override
    public Optional<Value> local(String name) {
        return variable.filter(name::equals).isPresent()
                ? Optional.of(subject)
                : lets ? program.let(Owner.PLATFORM, name) : Optional.empty();
    }

    @Override
    public Value place(String word, Span span) {
        return sibling(word, span).orElseGet(() -> {
            run.mistaken(Finding.of(Code.UNKNOWN_NAME, span, "`" + word + "` is not available in a policy")
                    .why("a policy reads the block that it judges, by the name after the kind")
                    .fix("write `" + variable.orElse("") + "." + word + "`"));
            return Value.ERROR;
        });
    }

    /** Returns the bare word that is compared with an absent value: the type of that value gives it a meaning. */
    @Override
    public Optional<Value> sibling(String name, Span span) {
        return run.typeOf(span).flatMap(type -> switch (type) {
            case Type.OneOf(EnumType words)
            when words.indexOf(name) >= 0 -> Optional.of(new Value.Word(words, words.indexOf(name)));
            case Type.Ref(String kind) -> Optional.of(reference(kind, name, span));
            case Type.Of(Scalar scalar) when scalar.takesAnyWord() -> Optional.of(Value.of(name));
            default -> Optional.empty();
        });
    }

    /** Names of the platform's blocks are checked; those of tenants differ between the blocks that it judges. */
    @Override
    public Value reference(String kind, String name, Span span) {
        List<Kind> kinds = program.schema().referred(kind);
        boolean ofPlatform = kinds.stream().anyMatch(k -> k.in().contains("platform"));
        Block platform = program.platform();
        if (ofPlatform
                && kinds.stream().noneMatch(k -> platform.block(k.name(), name).isPresent())) {
            List<String> known = kinds.stream()
                    .flatMap(k -> platform.blocks(k.name()).stream())
                    .map(Block::name)
                    .toList();
            String message = "unknown " + kind + " `" + name + "` in " + platform.title();
            run.mistaken(EvalMessages.unknown(Code.UNKNOWN_REFERENCE, span, message, name, known));
            return Value.ERROR;
        }
        return new Value.Ref(kind, name);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(lets ? program.lets(Owner.PLATFORM) : List.of());
        variable.ifPresent(names::add);
        return names;
    }
}
