package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Name;
import java.util.List;
import java.util.Optional;

/** Block or nested block whose members expressions can read by {@code .name}. */
public interface Entity {
    /** Returns the name in messages, {@code container acme.web}. */
    String title();

    /** Returns the member of that name; an unknown one has been reported and is {@link Value#ERROR}. */
    Value member(Name name);

    /** Returns the type that a member gives to a bare word that it is compared with; empty if its value does. */
    default Optional<Type> typeOf(Name name) {
        return Optional.empty();
    }

    /** Returns the elements, if it stands for several blocks, for loops and {@code len}. */
    default Optional<List<Value>> elements() {
        return Optional.empty();
    }

    /** Returns the reference that names it; empty if it cannot be referred to. */
    Optional<Value.Ref> reference();
}
