package io.bitbuilder.bbc.directive;

import java.util.List;

/** What one of systemd's parsers takes as the value of a directive. Stateless. */
@FunctionalInterface
public interface Grammar {
    /** Takes everything. */
    Grammar ANY = (value, context) -> List.of();

    /**
     * What systemd would say about the value, in its order; empty when it takes the value as it is.
     *
     * @param value the characters after {@code =}, continued lines joined, outer blanks gone; may be empty
     */
    List<Complaint> judge(String value, Context context);

    /** True when systemd takes the value without a word. */
    default boolean accepts(String value, Context context) {
        return judge(value, context).isEmpty();
    }
}
