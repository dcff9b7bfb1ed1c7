package io.bitbuilder.bbc.resolve;

/** Field of a block that an expression reads. */
public record FieldRead(Block block, String field) {}
