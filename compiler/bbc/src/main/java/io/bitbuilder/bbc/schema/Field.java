package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Field of a kind or record.
 *
 * @param value its default; a field without one that is not optional is required
 * @param writes directives that the field is; lowering writes its value to each
 * @param late whether the allocator determines it: it allows {@code auto}, or assigns an address
 */
public record Field(
        String name,
        Type type,
        Optional<Expr> value,
        List<DirectivePath> writes,
        boolean late,
        Optional<String> doc,
        Span span)
        implements Member {
    /** Copies. */
    public Field {
        writes = List.copyOf(writes);
    }

    /** Returns the scalar of a guest's address and its assignment; empty for other fields. */
    public Optional<Scalar> assignedAddress() {
        return Type.assignedAddress(type);
    }

    /** Returns whether the platform has added it: only policies and tests read it. */
    public boolean isAdded() {
        return !(span.file().owner() instanceof Owner.Std);
    }

    /** Returns whether it must be written. */
    public boolean required() {
        return value.isEmpty() && !Type.isOptional(type);
    }
}
