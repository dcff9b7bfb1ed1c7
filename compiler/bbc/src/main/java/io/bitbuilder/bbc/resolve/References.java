package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Resolves references by name: to the tenant's own blocks, or to the platform's. */
final class References {
    private References() {}

    /** Returns the reference, if such a block is visible from the referring block. */
    static Value check(BlockNode from, String kind, String name, Span span, ProgramContext context) {
        List<Kind> kinds = context.schema().referred(kind);
        List<String> in = kinds.stream().flatMap(k -> k.in().stream()).toList();
        Optional<BlockNode> home = from.enclosing(n -> in.contains(n.kind()))
                .or(() -> in.contains("platform") ? context.platform() : Optional.empty());
        if (home.filter(h ->
                        kinds.stream().anyMatch(k -> h.block(k.name(), name).isPresent()))
                .isPresent()) {
            return new Value.Ref(kind, name);
        }
        List<String> known = home.stream()
                .flatMap(h -> kinds.stream().flatMap(k -> h.blocks(k.name()).stream()))
                .map(Block::name)
                .toList();
        String where = home.map(BlockNode::title).orElse("the program");
        String message = "unknown " + kind + " `" + name + "` in " + where;
        List<String> compared = from.budget().compares(known.size()) ? known : List.of();
        var finding = EvalMessages.unknown(Code.UNKNOWN_REFERENCE, span, message, name, compared)
                .label("refers to " + kind + " " + name);
        context.report(
                known.isEmpty()
                        ? finding.fix("declare it: `" + kinds.getFirst().name() + " " + name + " { … }` in " + where)
                        : finding);
        return Value.ERROR;
    }
}
