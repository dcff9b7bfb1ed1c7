package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Type;

/**
 * Expected type of a place.
 *
 * @param what name of the place in messages, {@code `memory.limit`}
 * @param auto whether {@code auto} is allowed there
 */
public record Expectation(Type type, String what, boolean auto) {
    /** No expectation. */
    public static final Expectation ANY = new Expectation(Type.ANY, "this", false);

    /** Returns the expectation of that type, without {@code auto}. */
    public static Expectation of(Type type, String what) {
        return new Expectation(type, what, false);
    }

    /** Returns the same place with another type. */
    public Expectation as(Type other) {
        return new Expectation(other, what, auto);
    }

    /** Returns the expectation for an element of the place. */
    public Expectation element(Type other) {
        return new Expectation(other, "an element of " + what, false);
    }
}
