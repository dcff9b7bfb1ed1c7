package io.bitbuilder.bbc.bind;

/** What one component of a record is filled with. */
sealed interface RecordPart {
    /** The block's name. */
    record OwnName() implements RecordPart {}

    /** The origins. */
    record At() implements RecordPart {}

    /** Whether the platform is the built-in one. */
    record Builtin() implements RecordPart {}

    /** A field; an assigned one is an address with the way in which the guest gets it. */
    record Plain(String path, Conversions.Conversion conversion, boolean optional, boolean assigned)
            implements RecordPart {}

    /** A nested block. */
    record Inner(String path, boolean optional, RecordPlan plan) implements RecordPart {}

    /** Blocks of a kind or of a keyed member. */
    record Blocks(String word, Class<?> element) implements RecordPart {}
}
