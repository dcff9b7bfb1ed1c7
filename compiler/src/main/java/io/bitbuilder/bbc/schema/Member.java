package io.bitbuilder.bbc.schema;

/** What a block of a kind can hold by name. */
public sealed interface Member permits Field, Nested, Many {
    /** Its name. */
    String name();
}
