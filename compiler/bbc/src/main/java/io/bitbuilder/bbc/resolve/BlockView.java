package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Entity;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.MemberTable;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Block, or one of its nested blocks, as expressions see it; the prefix ends with a dot or is empty. */
record BlockView(BlockNode block, String prefix) implements Entity {
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
        String word = name.text();
        String path = prefix + word;
        Kind kind = block.schema();
        if (kind.field(path).isPresent()) {
            return block.read(path, name.span());
        }
        if (kind.nestedBlock(path).isPresent()) {
            return new Value.Place(new BlockView(block, path + "."));
        }
        if (prefix.isEmpty()) {
            Optional<Value> own = ownMember(word);
            if (own.isPresent()) {
                return own.get();
            }
        }
        String message = "unknown field or block `" + word + "` in " + title();
        boolean outside = !prefix.isEmpty()
                && kind.members().member(word).isPresent()
                && kind.field("place").isPresent();
        block.context()
                .report(
                        outside
                                ? Finding.of(Code.UNKNOWN_MEMBER, name.span(), message)
                                        .why("`self` is the innermost block")
                                        .fix("write `workload." + word + "`")
                                : EvalMessages.unknown(Code.UNKNOWN_MEMBER, name.span(), message, word, known()));
        return Value.ERROR;
    }

    private Optional<Value> ownMember(String word) {
        if (word.equals("name")) {
            return Optional.of(Value.of(block.name()));
        }
        Optional<KeyedBlocks> many = block.schema().keyedBlocks(word);
        if (many.isPresent()) {
            return Optional.of(new Value.Place(new Keyed(block, many.get())));
        }
        return block.named(word).map(b -> new Value.Place(b.whole()));
    }

    /** Returns its own members as an expression names them. */
    List<String> names() {
        return known().stream().map(n -> Scope.SELF + n).toList();
    }

    private List<String> known() {
        Optional<MemberTable> shape = prefix.isEmpty()
                ? Optional.of(block.schema().members())
                : block.schema()
                        .nestedBlock(prefix.substring(0, prefix.length() - 1))
                        .map(n -> n.members());
        List<String> names = new ArrayList<>(
                shape.map(s -> s.members().values().stream().map(Member::name).toList())
                        .orElse(List.of()));
        if (prefix.isEmpty()) {
            names.add("name");
            names.addAll(block.names());
        }
        return names;
    }

    /** Keyed blocks of a member: {@code db.attach}. */
    private record Keyed(BlockNode block, KeyedBlocks blocks) implements Entity {
        @Override
        public String title() {
            return "`" + blocks.name() + "` of " + block.title();
        }

        @Override
        public Value member(Name name) {
            Optional<Block> found = block.block(blocks.name(), name.text());
            if (found.isPresent() && found.get() instanceof BlockNode node) {
                return new Value.Place(node.whole());
            }
            List<String> known =
                    block.blocks(blocks.name()).stream().map(Block::name).toList();
            String message = "unknown " + blocks.name() + " `" + name + "` in " + block.title();
            block.context()
                    .report(EvalMessages.unknown(Code.UNKNOWN_REFERENCE, name.span(), message, name.text(), known));
            return Value.ERROR;
        }

        @Override
        public Optional<Value.Ref> reference() {
            return Optional.empty();
        }
    }
}
