package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Expr;
import java.util.Optional;

/**
 * A field.
 *
 * @param value its default; without one, and not optional, it must be written
 * @param late true when the allocator has a word in it: it admits {@code auto}, or assigns an address
 */
public record Field(String name, Type type, Optional<Expr> value, boolean late, Optional<String> doc, Span span) implements Member {
    /** True when somebody must write it. */
    public boolean required() {
        return value.isEmpty() && !Type.isOptional(type);
    }
}
