package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.source.Span;

/**
 * Origin of a field or block of the fleet. Its whole history (other writers, profiles, the allocation) is in the
 * program, under the subject.
 *
 * @param span the winning value; for an unwritten field, and for a block, the place where the block was opened first
 * @param subject the field or block
 */
public record Origin(Span span, Subject subject) {
    /** Returns the same subject at another of its places. */
    public Origin at(Span other) {
        return new Origin(other, subject);
    }
}
