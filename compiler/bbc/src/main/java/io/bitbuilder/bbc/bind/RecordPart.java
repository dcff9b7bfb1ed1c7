package io.bitbuilder.bbc.bind;

/** Source of one component of a record. */
sealed interface RecordPart {
    /** The block's name. */
    record OwnName() implements RecordPart {}

    /** The origins. */
    record At() implements RecordPart {}

    /** Marks the platform as the built-in one. */
    record Builtin() implements RecordPart {}

    /** A field; an assigned one is an address with its assignment (dhcp or static). */
    record Plain(String path, Conversions.Conversion conversion, boolean optional, boolean assigned)
            implements RecordPart {}

    /** A nested block. */
    record Inner(String path, boolean optional, RecordPlan plan) implements RecordPart {}

    /** Blocks of a kind or of a keyed member. */
    record Blocks(String word, Class<?> element) implements RecordPart {}
}
