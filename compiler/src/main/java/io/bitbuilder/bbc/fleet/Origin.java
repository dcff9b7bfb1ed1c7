package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.source.Span;

/**
 * Where something in the fleet comes from. Its whole history (other writers, profiles, the allocation) is in the program, under
 * the subject.
 *
 * @param span the value that won; for a field that nobody wrote, and for a block, where the block was opened first
 * @param subject the field or block
 */
public record Origin(Span span, Subject subject) {
    /** The same subject at another of the places that make it up. */
    public Origin at(Span other) {
        return new Origin(other, subject);
    }
}
