package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names that a policy sees: its variable, and the platform's {@code let}s, hosts and images. */
record PolicyScope(Program program, String variable, Value subject, Budget budget, PolicyEvaluation run)
        implements Scope {
    @Override
    public Optional<Value> local(String name) {
        return name.equals(variable) ? Optional.of(subject) : program.let(name);
    }

    @Override
    public Value place(String word, Span span) {
        run.mistaken(Finding.of(Code.UNKNOWN_NAME, span, "`" + word + "` is not available in a policy")
                .why("a policy reads the block that it judges, by the name after the kind")
                .fix("write `" + variable + "." + word + "`"));
        return Value.ERROR;
    }

    @Override
    public Optional<Value> sibling(String name, Span span) {
        return Optional.empty();
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
        List<String> names = new ArrayList<>(program.lets());
        names.add(variable);
        return names;
    }
}
