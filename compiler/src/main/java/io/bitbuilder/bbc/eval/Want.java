package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Type;

/**
 * Expected type of a place.
 *
 * @param what name of the place in messages, {@code `memory.limit`}
 * @param auto whether {@code auto} is allowed there
 */
public record Want(Type type, String what, boolean auto) {
    /** No expectation. */
    public static final Want ANY = new Want(Type.ANY, "this", false);

    /** Returns the expectation of that type, without {@code auto}. */
    public static Want of(Type type, String what) {
        return new Want(type, what, false);
    }

    /** Returns the same place with another type. */
    public Want as(Type other) {
        return new Want(other, what, auto);
    }

    /** Returns the expectation for an element of the place. */
    public Want element(Type other) {
        return new Want(other, "an element of " + what, false);
    }
}
