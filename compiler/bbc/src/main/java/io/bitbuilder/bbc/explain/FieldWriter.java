package io.bitbuilder.bbc.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writer of a field.
 *
 * @param text the written value, as in the source
 * @param reads the fields that its expression reads, in order
 */
public record FieldWriter(Role role, Cause cause, String text, List<ReadField> reads) {
    /** Copies. */
    public FieldWriter {
        reads = List.copyOf(reads);
    }

    /** Creates a writer without an expression that reads fields. */
    FieldWriter(Role role, Cause cause, String text) {
        this(role, cause, text, List.of());
    }

    /**
     * Field that an expression reads.
     *
     * @param value empty when the field is in error
     */
    public record ReadField(String name, Optional<String> value) {}

    /** Part of a writer in the result; in the order in which writers are listed. */
    public enum Role {
        /** Its value is the result. */
        WINS,
        /** Part of the result, with the winner if there is one. */
        CONTRIBUTES,
        /** Declares the field without a value. */
        DECLARES,
        /** Requests an allocation, whose value is the result. */
        REQUESTS,
        /** Contradicts another writer of equal precedence. */
        CONFLICTS,
        /** Replaced by a writer of higher precedence. */
        OVERRIDDEN;

        /** Returns its keyword, for text and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
