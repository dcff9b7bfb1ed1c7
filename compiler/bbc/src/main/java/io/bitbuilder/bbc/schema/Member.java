package io.bitbuilder.bbc.schema;

/** Named member of a kind. */
public sealed interface Member permits Field, Nested, Many {
    /** Returns its name. */
    String name();
}
