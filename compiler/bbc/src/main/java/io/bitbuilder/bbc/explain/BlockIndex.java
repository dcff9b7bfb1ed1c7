package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.fault.InternalFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The blocks of a program, by their names in origins and in messages. */
final class BlockIndex {
    /** The name of the platform, whatever its name in the sources. */
    static final String PLATFORM = "platform";

    private final Program program;
    private final Schema schema;
    private final Map<Subject, Block> bySubject = new HashMap<>();

    BlockIndex(Program program) {
        this.program = program;
        this.schema = program.schema();
        add(program.platform());
        program.tenants().forEach(this::add);
    }

    private void add(Block block) {
        bySubject.put(new Subject(block.kind(), block.path(), ""), block);
        children(block).values().forEach(this::add);
    }

    /** Returns the block that an origin refers to. */
    Block of(Subject subject) {
        return Optional.ofNullable(bySubject.get(new Subject(subject.kind(), subject.block(), "")))
                .orElseThrow(() -> new InternalFault("no block " + subject + " in the program"));
    }

    /** Returns a block and all blocks in it. */
    Stream<Block> within(Block root) {
        return Stream.concat(Stream.of(root), children(root).values().stream().flatMap(this::within));
    }

    /** Returns the outermost block around a block, a tenant or the platform. */
    static Block root(Block block) {
        Block root = block;
        for (Optional<Block> up = root.parent(); up.isPresent(); up = root.parent()) {
            root = up.get();
        }
        return root;
    }

    /** Returns the roots by their names: tenants, and the platform. */
    SortedMap<String, Block> roots() {
        SortedMap<String, Block> roots = new TreeMap<>();
        roots.put(program.platform().name(), program.platform());
        roots.put(PLATFORM, program.platform());
        program.tenants().forEach(t -> roots.put(t.name(), t));
        return roots;
    }

    /**
     * Returns the blocks directly in a block, by the part of a name that leads to them: {@code web},
     * {@code attach.front}.
     */
    SortedMap<String, Block> children(Block block) {
        SortedMap<String, Block> children = new TreeMap<>();
        for (Kind kind : schema.children(block.kind())) {
            boolean bare = block.kind().equals("tenant");
            block.blocks(kind.name()).forEach(b -> children.put((bare ? "" : kind.name() + ".") + dotted(b.name()), b));
        }
        List<KeyedBlocks> keyed = schema.kind(block.kind()).stream()
                .flatMap(k -> k.members().members().values().stream())
                .flatMap(m -> m instanceof KeyedBlocks blocks ? Stream.of(blocks) : Stream.empty())
                .toList();
        keyed.forEach(blocks ->
                block.blocks(blocks.name()).forEach(b -> children.put(blocks.name() + "." + dotted(b.name()), b)));
        return children;
    }

    /** Returns the fields of a block's kind. */
    List<String> fields(Block block) {
        return schema.kind(block.kind())
                .map(k -> List.copyOf(k.fields().keySet()))
                .orElse(List.of());
    }

    /** Returns the name of a block in messages: {@code acme.web.attach.front}, {@code platform.host.node-a}. */
    static String name(Block block) {
        Block root = root(block);
        String rest = block.path()
                .substring(Math.min(block.path().length(), root.path().length()));
        return dotted((root.kind().equals(PLATFORM) ? PLATFORM : root.name()) + rest);
    }

    static String dotted(String path) {
        return path.replace('/', '.');
    }
}
