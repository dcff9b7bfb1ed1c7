package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.schema.Type;
import java.util.Optional;

/**
 * Place of an expression, as far as it is known without evaluating anything.
 *
 * @param expected empty where the type depends on a value, so that a bare word may be anything
 */
record Place(Optional<Expectation> expected) {
    /** The type is unknown: an argument of a profile, an operand of a comparison. */
    static final Place OPEN = new Place(Optional.empty());

    /** Any value, and no bare word but a name. */
    static final Place ANYTHING = new Place(Optional.of(Expectation.ANY));

    static Place of(Type type, String what) {
        return new Place(Optional.of(Expectation.of(type, what)));
    }

    /** Returns the place of an element of a list or a set. */
    Place element() {
        return new Place(expected.map(e -> switch (Type.core(e.type())) {
            case Type.ListOf(Type t) -> e.element(t);
            case Type.SetOf(Type t) -> e.element(t);
            default -> Expectation.ANY;
        }));
    }

    /** Returns the place of a field of a record, or of an entry of a map. */
    Place entry(String name) {
        return new Place(expected.map(e -> switch (Type.core(e.type())) {
            case Type.MapOf(Type k, Type v) -> e.element(v);
            case Type.RecordOf r ->
                Expectation.of(r.field(name).map(f -> f.type()).orElse(Type.ANY), "`" + name + "` of " + e.what());
            default -> Expectation.ANY;
        }));
    }
}
