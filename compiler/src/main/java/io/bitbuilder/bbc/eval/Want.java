package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Type;

/**
 * What a place expects.
 *
 * @param what how messages name the place, {@code `memory.limit`}
 * @param auto whether {@code auto} may stand there
 */
public record Want(Type type, String what, boolean auto) {
    /** No expectation. */
    public static final Want ANY = new Want(Type.ANY, "this", false);

    /** A value of that type, without {@code auto}. */
    public static Want of(Type type, String what) {
        return new Want(type, what, false);
    }

    /** The same place with another type. */
    public Want as(Type other) {
        return new Want(other, what, auto);
    }

    /** An element of the place. */
    public Want element(Type other) {
        return new Want(other, "an element of " + what, false);
    }
}
