package io.bitbuilder.bbc.explain;

import java.util.Locale;

/**
 * Writer of a field.
 *
 * @param text the written value, as in the source
 */
public record FieldWriter(Role role, Cause cause, String text) {
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
