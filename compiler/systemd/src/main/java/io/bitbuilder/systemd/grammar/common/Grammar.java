package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.List;
import java.util.function.Function;

/** Values that one of systemd's parsers accepts for a directive. Stateless. */
@FunctionalInterface
public interface Grammar {
    /** Accepts every value. */
    Grammar ANY = (value, context) -> List.of();

    /**
     * Returns the complaints of systemd about the value, in its order; empty when it accepts the value as it is.
     *
     * @param value the characters after {@code =}, continued lines joined, outer blanks removed; may be empty
     */
    List<Complaint> judge(String value, ValueContext context);

    /** Returns a grammar for which systemd ignores the line when the parser fails. */
    static Grammar parsed(Function<String, Parsed<?>> parser) {
        return (value, context) -> parser.apply(value) instanceof Parsed.Bad<?>(Reason reason)
                ? List.of(Complaint.ignored(reason))
                : List.of();
    }

    /** Returns this grammar, but with an empty value that resets the directive. */
    default Grammar orEmpty() {
        return (value, context) -> value.isEmpty() ? List.of() : judge(value, context);
    }

    /** Returns whether systemd accepts the value without complaint. */
    default boolean accepts(String value, ValueContext context) {
        return judge(value, context).isEmpty();
    }
}
