package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Entity;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Block, or one of its nested blocks, as a policy sees it: keyed blocks are lists, references lead to their blocks, and
 * the enclosing blocks have names.
 *
 * @param prefix path of the nested block with a dot at its end; empty for the block itself
 */
record SubjectEntity(Block block, String prefix, PolicyEvaluation run) implements Entity {
    @Override
    public String title() {
        return block.title(prefix);
    }

    @Override
    public Optional<Value.Ref> reference() {
        return prefix.isEmpty() ? Optional.of(new Value.Ref(block.kind(), block.name())) : Optional.empty();
    }

    @Override
    public Value member(Name name) {
        String path = prefix + name.text();
        Kind kind = run.kinds().schema().kind(block.kind()).orElseThrow();
        if (kind.field(path).isPresent()) {
            return run.field(block, kind.field(path).get(), path);
        }
        Optional<NestedBlock> nested = kind.nestedBlock(path);
        if (nested.isPresent()) {
            boolean absent = nested.get().optional() && !block.has(path);
            return absent ? Value.NONE : new Value.Place(new SubjectEntity(block, path + ".", run));
        }
        Optional<Value> implied = prefix.isEmpty() ? implied(name.text(), kind, name) : Optional.empty();
        return implied.orElseGet(() -> unknown(name, kind));
    }

    private Optional<Value> implied(String word, Kind kind, Name name) {
        if (run.kinds().in(kind).containsKey(word)) {
            return Optional.of(run.list(block, word, name.span()));
        }
        return ImpliedName.of(run.kinds(), kind, word).flatMap(implied -> implied.value(this));
    }

    /** Returns the workload that the block is or is within. */
    Optional<Block> workload() {
        return around(b -> run.kinds().isWorkload(b.kind()));
    }

    /** Returns the block itself or the nearest enclosing one for which the predicate holds. */
    Optional<Block> around(Predicate<Block> wanted) {
        Optional<Block> at = Optional.of(block);
        while (at.isPresent() && !wanted.test(at.get())) {
            at = at.get().parent();
        }
        return at;
    }

    private Value unknown(Name name, Kind kind) {
        String message = "unknown field or block `" + name + "` in " + title();
        run.mistaken(EvalMessages.unknown(
                Code.UNKNOWN_MEMBER,
                name.span(),
                message,
                name.text(),
                run.kinds().names(kind)));
        return Value.ERROR;
    }
}
