package io.bitbuilder.bbc.explain;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writer of a field.
 *
 * @param text the written value, as in the source
 * @param reads the fields that its expression reads, in order
 * @param exclusion the reason why an inactive one does not write
 */
public record FieldWriter(Role role, Cause cause, String text, List<ReadField> reads, Optional<Exclusion> exclusion) {
    /** Copies. */
    public FieldWriter {
        reads = List.copyOf(reads);
    }

    /** Creates a writer without an expression that reads fields. */
    FieldWriter(Role role, Cause cause, String text) {
        this(role, cause, text, List.of(), Optional.empty());
    }

    /**
     * Reason why a writer is inactive.
     *
     * @param at the condition or loop, if one is the reason
     */
    public record Exclusion(String sentence, Optional<Span> at) {}

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
        OVERRIDDEN,
        /** Excluded by a condition or loop, or a line of a lock file without use. */
        INACTIVE;

        /** Returns its keyword, for text and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
