package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.syntax.Name;

/** What expressions can look into by {@code .name}: a block or a nested block. */
public interface Entity {
    /** How messages name it, {@code container acme.web}. */
    String title();

    /** Its member of that name; an unknown one has been reported and is {@link Value#ERROR}. */
    Value member(Name name);
}
