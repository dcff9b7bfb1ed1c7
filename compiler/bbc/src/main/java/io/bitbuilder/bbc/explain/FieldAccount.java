package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.fleet.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Account of a field: its writers, the winner, and the reason.
 *
 * @param name its name in messages, {@code acme.web.memory.high}
 * @param value the result as the language writes it; empty when the field is in error
 * @param writers the winner first
 * @param why the rule of precedence that decided
 */
public record FieldAccount(
        Subject subject, String name, Optional<String> value, List<FieldWriter> writers, String why) {
    /** Copies. */
    public FieldAccount {
        writers = List.copyOf(writers);
    }

    /** Returns the first writer, which wins unless writers conflict. */
    public FieldWriter first() {
        return writers.getFirst();
    }
}
