package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.eval.Say;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;

/** References by name: to the tenant's own blocks, or to the platform's. */
final class References {
    private References() {}

    /** The reference, if there is such a block in sight of the block that asks. */
    static Value check(BlockNode from, String kind, String name, Span span, Context context) {
        List<String> in = context.schema().kind(kind).map(k -> k.in()).orElse(List.of());
        Optional<BlockNode> home = from.enclosing(n -> in.contains(n.kind())).or(() -> in.contains("platform") ? context.platform() : Optional.empty());
        if (home.flatMap(h -> h.block(kind, name)).isPresent()) {
            return new Value.Ref(kind, name);
        }
        List<String> known = home.map(h -> h.blocks(kind).stream().map(Block::name).toList()).orElse(List.of());
        String where = home.map(BlockNode::title).orElse("the program");
        String message = where + " has no " + kind + " `" + name + "`";
        var finding = Say.unknown(Code.NAM003, span, message, name, known).label("refers to " + kind + " " + name);
        context.report(known.isEmpty() ? finding.fix("declare it: `" + kind + " " + name + " { … }` in " + where) : finding);
        return Value.ERROR;
    }
}
