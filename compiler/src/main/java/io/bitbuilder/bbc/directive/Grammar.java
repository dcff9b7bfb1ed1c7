package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.List;
import java.util.function.Function;

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

    /** One that leaves out the line when the text is no such value. */
    static Grammar parsed(Function<String, Parsed<?>> parser) {
        return (value, context) -> parser.apply(value) instanceof Parsed.Bad<?>(Reason reason) ? List.of(Complaint.ignored(reason)) : List.of();
    }

    /** The same, but an empty value resets the directive. */
    default Grammar orEmpty() {
        return (value, context) -> value.isEmpty() ? List.of() : judge(value, context);
    }

    /** True when systemd takes the value without a word. */
    default boolean accepts(String value, Context context) {
        return judge(value, context).isEmpty();
    }
}
