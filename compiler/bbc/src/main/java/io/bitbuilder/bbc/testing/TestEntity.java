package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.eval.Entity;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.MapEntity;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Block, or one of its nested blocks, as an expectation reads it: fields, blocks by their names, and the blocks of one
 * keyword.
 *
 * @param prefix path of the nested block with a dot at its end; empty for the block itself
 */
record TestEntity(Block block, String prefix, TestScope scope) implements Entity {
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
        Kind kind = kind();
        Optional<Field> field = kind.field(path);
        if (field.isPresent()) {
            return field(path, field.get().type());
        }
        Optional<NestedBlock> nested = kind.nestedBlock(path);
        if (nested.isPresent()) {
            boolean absent = nested.get().optional() && !block.has(path);
            return absent ? Value.NONE : new Value.Place(new TestEntity(block, path + ".", scope));
        }
        Optional<Value> inner = prefix.isEmpty() ? inner(name.text()) : Optional.empty();
        return inner.orElseGet(() -> unknown(name));
    }

    private Kind kind() {
        return scope.program().schema().kind(block.kind()).orElseThrow();
    }

    private Value field(String path, Type type) {
        Optional<Value> value = block.value(path);
        if (value.isPresent() && value.get() instanceof Value.Entries(var entries)) {
            return new Value.Place(new MapEntity(block.title(path + "."), type, entries));
        }
        return value.orElseGet(() -> {
            Value stated = block.stated(path);
            // Without a grant, `auto` is nothing: the IPv6 range of a network without IPv6.
            return stated instanceof Value.Error || stated instanceof Value.Late ? Value.ERROR : Value.NONE;
        });
    }

    private Optional<Value> inner(String word) {
        if (word.equals("name")) {
            return Optional.of(Value.of(block.name()));
        }
        if (scope.program().schema().inside(kind(), word).isPresent()) {
            return Optional.of(new Value.Place(new TestBlocks(block, word, scope)));
        }
        return children(word).findFirst().map(child -> new Value.Place(new TestEntity(child, "", scope)));
    }

    private Stream<Block> children(String name) {
        return scope.program().schema().children(block.kind()).stream()
                .flatMap(child -> block.block(child.name(), name).stream());
    }

    private Value unknown(Name name) {
        TreeSet<String> known = new TreeSet<>();
        if (prefix.isEmpty()) {
            known.add("name");
            known.addAll(kind().members().members().keySet());
            for (Kind child : scope.program().schema().children(block.kind())) {
                known.add(child.name());
                block.blocks(child.name()).forEach(b -> known.add(b.name()));
            }
        } else {
            String nested = prefix.substring(0, prefix.length() - 1);
            known.addAll(
                    kind().nestedBlock(nested).orElseThrow().members().members().keySet());
        }
        scope.report(EvalMessages.unknown(
                Code.UNKNOWN_MEMBER,
                name.span(),
                "unknown field or block `" + name + "` in " + title(),
                name.text(),
                known));
        return Value.ERROR;
    }
}
