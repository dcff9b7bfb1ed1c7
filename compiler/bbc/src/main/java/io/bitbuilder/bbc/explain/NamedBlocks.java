package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.fault.EnvironmentFault;

/** Blocks and fields of a program by their names in messages. */
public final class NamedBlocks {
    private final BlockIndex blocks;

    /** Makes an index of a program. */
    public NamedBlocks(Program program) {
        this.blocks = new BlockIndex(program);
    }

    /**
     * Returns the block ({@code acme.web}, {@code acme.web.attach.front}, {@code platform}) or the field
     * ({@code acme.web.memory.limit}) of that name; the field of a block is empty.
     *
     * @throws EnvironmentFault if there is none; it names the nearest
     */
    public Subject find(String name) {
        return new FieldNames(blocks).findAny(name);
    }

    /** Returns the block of a subject. */
    public Block block(Subject subject) {
        return blocks.of(subject);
    }

    /** Returns the name of a block in messages. */
    public static String name(Block block) {
        return BlockIndex.name(block);
    }
}
