package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.Optional;

/** Resolves {@code self}, {@code workload}, {@code tenant} and {@code host} in a block. */
final class ImplicitNames {
    private ImplicitNames() {}

    static Value of(String word, Optional<BlockView> self, Span span, ProgramContext context) {
        Optional<BlockNode> block = self.map(BlockView::block);
        Optional<Value> found = switch (word) {
            case "self" -> self.map(Value.Place::new);
            case "tenant" ->
                block.flatMap(b -> b.enclosing(n -> n.kind().equals("tenant"))).map(b -> new Value.Place(b.whole()));
            case "workload" -> block.flatMap(ImplicitNames::workload).map(b -> new Value.Place(b.whole()));
            default -> block.flatMap(ImplicitNames::workload).map(b -> host(b, span, context));
        };
        return found.orElseGet(() -> {
            context.report(Finding.of(Code.UNKNOWN_NAME, span, "`" + word + "` is not available here")
                    .why("`self` is the innermost block; `workload`, `tenant` and `host` are enclosing blocks")
                    .fix("use it inside such a block"));
            return Value.ERROR;
        });
    }

    /** Returns the enclosing workload: its kind has the field {@code place}. */
    private static Optional<BlockNode> workload(BlockNode block) {
        return block.enclosing(n -> n.schema().field("place").isPresent());
    }

    private static Value host(BlockNode workload, Span span, ProgramContext context) {
        Value place = workload.read("place", span);
        if (!(place instanceof Value.Ref(String kind, String name))) {
            return place;
        }
        return context.platform()
                .flatMap(p -> p.block(kind, name))
                .filter(BlockNode.class::isInstance)
                .<Value>map(b -> new Value.Place(((BlockNode) b).whole()))
                .orElse(Value.ERROR);
    }
}
