package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * A field.
 *
 * @param value its default; without one, and not optional, it must be written
 * @param writes directives that the field is; lowering writes its value to each
 * @param late true when the allocator has a word in it: it admits {@code auto}, or assigns an address
 */
public record Field(String name, Type type, Optional<Expr> value, List<DirectivePath> writes, boolean late, Optional<String> doc, Span span) implements Member {
    /** Copies. */
    public Field {
        writes = List.copyOf(writes);
    }

    /** True when somebody must write it. */
    public boolean required() {
        return value.isEmpty() && !Type.isOptional(type);
    }
}
