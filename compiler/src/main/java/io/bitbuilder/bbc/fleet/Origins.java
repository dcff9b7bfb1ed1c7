package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Map;

/**
 * Where a block and its fields come from. Fields are named as in the language, nested ones with dots:
 * {@code memory.limit}.
 *
 * @param block where the block was opened first
 * @param settings directives that fields of the block are, in the order of its kind
 */
public record Origins(Origin block, Map<String, Origin> fields, List<Setting> settings) {
    /** Copies. */
    public Origins {
        fields = Map.copyOf(fields);
        settings = List.copyOf(settings);
    }

    /** Origins of a block whose fields are no directives. */
    public Origins(Origin block, Map<String, Origin> fields) {
        this(block, fields, List.of());
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
