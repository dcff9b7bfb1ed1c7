package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Expr;
import java.util.Optional;

/**
 * Field of a kind or record.
 *
 * @param value its default; a field without one that is not optional is required
 * @param late whether the allocator determines it: it allows {@code auto}, or assigns an address
 */
public record Field(String name, Type type, Optional<Expr> value, boolean late, Optional<String> doc, Span span) implements Member {
    /** Returns whether it must be written. */
    public boolean required() {
        return value.isEmpty() && !Type.isOptional(type);
    }
}
