package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.source.Span;
import java.util.Map;

/**
 * Where a block and its fields come from. Fields are named as in the language, nested ones with dots:
 * {@code memory.limit}.
 *
 * @param block where the block was opened first
 */
public record Origins(Origin block, Map<String, Origin> fields) {
    /** Copies. */
    public Origins {
        fields = Map.copyOf(fields);
    }

    /** Origin of a field; that of the block when nobody wrote the field. */
    public Origin of(String field) {
        return fields.getOrDefault(field, block);
    }

    /** Place of a field; that of the block when nobody wrote the field. */
    public Span span(String field) {
        return of(field).span();
    }

    /** True when somebody wrote the field. */
    public boolean isWritten(String field) {
        return fields.containsKey(field);
    }
}
