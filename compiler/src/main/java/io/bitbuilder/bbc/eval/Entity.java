package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.syntax.Name;
import java.util.Optional;

/** What expressions can look into by {@code .name}: a block or a nested block. */
public interface Entity {
    /** How messages name it, {@code container acme.web}. */
    String title();

    /** Its member of that name; an unknown one has been reported and is {@link Value#ERROR}. */
    Value member(Name name);

    /** The reference that names it; empty for what cannot be referred to. */
    Optional<Value.Ref> reference();
}
