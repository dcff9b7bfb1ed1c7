package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.Kind;
import java.util.List;
import java.util.Optional;

/** Follows references of fields to their blocks: the nearest one around the block, else one of the platform. */
final class BlockReferences {
    private BlockReferences() {}

    static Optional<Block> target(Program program, Block from, Value.Ref ref) {
        List<Kind> targets = program.schema().referred(ref.kind());
        for (Optional<Block> at = Optional.of(from);
                at.isPresent();
                at = at.get().parent()) {
            Optional<Block> found = named(at.get(), targets, ref.name());
            if (found.isPresent()) {
                return found;
            }
        }
        return named(program.platform(), targets, ref.name());
    }

    private static Optional<Block> named(Block holder, List<Kind> kinds, String name) {
        return kinds.stream()
                .filter(kind -> kind.in().contains(holder.kind()))
                .flatMap(kind -> holder.block(kind.name(), name).stream())
                .findFirst();
    }
}
