package io.bitbuilder.bbc.bind;

/** What one component of a record is filled with. */
sealed interface Part {
    /** The block's name. */
    record OwnName() implements Part {}

    /** The origins. */
    record At() implements Part {}

    /** Whether the platform is the built-in one. */
    record Builtin() implements Part {}

    /** A field; an assigned one is an address with the way in which the guest gets it. */
    record Plain(String path, Conversions.Conversion conversion, boolean optional, boolean assigned) implements Part {}

    /** A nested block. */
    record Inner(String path, boolean optional, RecordPlan plan) implements Part {}

    /** Blocks of a kind or of a keyed member. */
    record Blocks(String word, Class<?> element) implements Part {}
}
