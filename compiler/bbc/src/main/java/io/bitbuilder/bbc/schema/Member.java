package io.bitbuilder.bbc.schema;

/** Named member of a kind. */
public sealed interface Member permits Field, NestedBlock, KeyedBlocks {
    /** Returns its name. */
    String name();
}
