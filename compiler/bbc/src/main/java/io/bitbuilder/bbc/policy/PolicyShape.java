package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Type;
import java.util.List;

/** Shape of a value, as far as the kinds say it. */
sealed interface PolicyShape {
    /** Block of one of these kinds, or a nested block of it. */
    record OfBlock(List<Kind> kinds, String prefix) implements PolicyShape {}

    /** List of such values. */
    record ListOf(PolicyShape of) implements PolicyShape {}

    /** Value of a field. */
    record Plain(Type type) implements PolicyShape {}

    /** Such a value, or {@code none}. */
    record Maybe(PolicyShape of) implements PolicyShape {}

    /** Value that the kinds say nothing about, or a name that they do not have. */
    record Other() implements PolicyShape {}

    /** Returns the shape of a value that is not {@code none}. */
    static PolicyShape present(PolicyShape shape) {
        return shape instanceof Maybe(PolicyShape of) ? of : shape;
    }

    /** Any value. */
    PolicyShape ANY = new Other();

    /** No value. */
    PolicyShape UNKNOWN = new Other();
}
