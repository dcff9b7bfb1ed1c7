package io.bitbuilder.bbc.fleet;

/**
 * Subject of an origin: a block of the program, or one of its fields.
 *
 * @param kind the block's kind, {@code container}
 * @param block the block's stable path, {@code acme/web/attach/front}
 * @param field the field, nested ones with dots, {@code memory.high}; empty for the block itself
 */
public record Subject(String kind, String block, String field) {
    /** Returns a field of the same block, or the block itself for the empty name. */
    public Subject of(String name) {
        return new Subject(kind, block, name);
    }
}
