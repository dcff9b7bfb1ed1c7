package io.bitbuilder.bbc.bind;

/** Source of one component of a record. */
sealed interface RecordPart {
    /** The block's name. */
    record OwnName() implements RecordPart {}

    /** The origins. */
    record At() implements RecordPart {}

    /** The name of the data of the block on its host. */
    record Data() implements RecordPart {}

    /** Marks the platform as the built-in one. */
    record Builtin() implements RecordPart {}

    /** A field. */
    record Plain(String path, Conversions.Conversion conversion, boolean optional) implements RecordPart {}

    /** A field that is an address with its assignment (dhcp or static). */
    record Assigned(String path, AddressAssignment assignment) implements RecordPart {}

    /** A nested block. */
    record Inner(String path, boolean optional, RecordPlan plan) implements RecordPart {}

    /** Blocks of a kind or of a keyed member. */
    record Blocks(String word, Class<?> element) implements RecordPart {}
}
