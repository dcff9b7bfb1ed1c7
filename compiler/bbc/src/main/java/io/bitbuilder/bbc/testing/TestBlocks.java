package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.eval.Entity;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import java.util.List;
import java.util.Optional;

/** Blocks of one keyword in a block, {@code t.c.attach}: one of them by its name, or all in a loop. */
record TestBlocks(Block holder, String word, TestScope scope) implements Entity {
    @Override
    public String title() {
        return "`" + word + "` of " + holder.title();
    }

    @Override
    public Value member(Name name) {
        return holder.block(word, name.text())
                .<Value>map(block -> new Value.Place(new TestEntity(block, "", scope)))
                .orElseGet(() -> {
                    List<String> known =
                            holder.blocks(word).stream().map(Block::name).toList();
                    String message = "unknown " + word + " `" + name + "` in " + holder.title();
                    scope.report(
                            EvalMessages.unknown(Code.UNKNOWN_REFERENCE, name.span(), message, name.text(), known));
                    return Value.ERROR;
                });
    }

    @Override
    public Optional<Value.Ref> reference() {
        return Optional.empty();
    }

    @Override
    public Optional<List<Value>> elements() {
        return Optional.of(holder.blocks(word).stream()
                .<Value>map(block -> new Value.Place(new TestEntity(block, "", scope)))
                .toList());
    }
}
