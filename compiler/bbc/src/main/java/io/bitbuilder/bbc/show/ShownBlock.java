package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.MemberTable;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Block with all members of its kind, in the order of their declaration, and the blocks in it. The kind is the only
 * list of members: a new field is shown without further code.
 *
 * @param word the keyword that opens it, {@code container} or {@code attach}
 * @param key names of the fields that identify it
 */
record ShownBlock(Block block, Kind kind, String word, List<String> key, List<Part> parts) {
    /** Copies. */
    ShownBlock {
        key = List.copyOf(key);
        parts = List.copyOf(parts);
    }

    /** Member of a block. */
    sealed interface Part {}

    /**
     * Field with its value.
     *
     * @param path name with the nested blocks around it, {@code memory.limit}
     * @param value {@code none} if it has none, an error if that is reported
     * @param request what is written for an allocated value: {@code auto}, {@code dhcp}, {@code offset(10)}
     * @param isDefault whether no statement writes it, nor does the allocation
     */
    record FieldPart(String path, Field field, Value value, Optional<Value> request, boolean isDefault)
            implements Part {
        String name() {
            return field.name();
        }
    }

    /**
     * Nested block.
     *
     * @param present false for an optional one that is not written
     */
    record NestedPart(String name, boolean present, List<Part> parts) implements Part {
        /** Copies. */
        NestedPart {
            parts = List.copyOf(parts);
        }
    }

    /** Blocks of one keyword, sorted by key. */
    record BlocksPart(String word, List<ShownBlock> blocks) implements Part {
        /** Copies. */
        BlocksPart {
            blocks = List.copyOf(blocks);
        }
    }

    /** Reads a block and all blocks in it. */
    static ShownBlock of(Block block, Schema schema) {
        Optional<KeyedBlocks> keyed = block.parent()
                .flatMap(parent -> schema.kind(parent.kind()))
                .flatMap(parent -> parent.members().members().values().stream()
                        .filter(KeyedBlocks.class::isInstance)
                        .map(KeyedBlocks.class::cast)
                        .filter(member -> member.kind().equals(block.kind()))
                        .findFirst());
        return of(
                block,
                keyed.map(KeyedBlocks::name).orElse(block.kind()),
                keyed.map(KeyedBlocks::by).orElse(List.of()),
                schema);
    }

    private static ShownBlock of(Block block, String word, List<String> key, Schema schema) {
        Kind kind = schema.kind(block.kind()).orElseThrow();
        List<Part> parts = new ArrayList<>(members(block, "", kind.members(), schema));
        schema.children(kind.name())
                .forEach(child -> parts.add(new BlocksPart(
                        child.name(),
                        block.blocks(child.name()).stream()
                                .map(inner -> of(inner, child.name(), List.of(), schema))
                                .toList())));
        return new ShownBlock(block, kind, word, key, parts);
    }

    private static List<Part> members(Block block, String prefix, MemberTable table, Schema schema) {
        List<Part> parts = new ArrayList<>();
        for (Member member : table.members().values()) {
            parts.add(
                    switch (member) {
                        case Field field -> field(block, prefix + field.name(), field);
                        case NestedBlock nested -> {
                            String path = prefix + nested.name();
                            boolean present = !nested.optional() || block.has(path);
                            yield new NestedPart(
                                    nested.name(),
                                    present,
                                    present ? members(block, path + ".", nested.members(), schema) : List.of());
                        }
                        case KeyedBlocks keyed ->
                            new BlocksPart(
                                    keyed.name(),
                                    block.blocks(keyed.name()).stream()
                                            .map(inner -> of(inner, keyed.name(), keyed.by(), schema))
                                            .toList());
                    });
        }
        return parts;
    }

    private static FieldPart field(Block block, String path, Field field) {
        Value stated = block.stated(path);
        Value value = block.value(path).orElse(stated);
        boolean chosen = field.late() && !value.equals(stated) && !(stated instanceof Value.Error);
        Optional<Value> request = chosen ? Optional.of(stated) : Optional.empty();
        return new FieldPart(
                path, field, value, request, !chosen && block.written(path).isEmpty());
    }

    /** Returns the fields that identify it, in the order of the key. */
    List<FieldPart> keyFields() {
        Set<String> names = Set.copyOf(key);
        return parts.stream()
                .filter(FieldPart.class::isInstance)
                .map(FieldPart.class::cast)
                .filter(part -> names.contains(part.name()))
                .toList();
    }

    /** Returns whether the standard library declares it, for a platform that does not. */
    boolean isBuiltin() {
        return block.span().file().owner() instanceof Owner.Std;
    }
}
