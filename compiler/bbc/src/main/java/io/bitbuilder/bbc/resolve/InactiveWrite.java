package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Statement that would write a field of a block if the condition or loop around it let it.
 *
 * @param span the value's expression, which is not evaluated
 * @param chain the defaults and profiles that the write would come through, outermost first
 * @param adds whether it is a {@code +=}
 * @param isFinal whether it is marked {@code final}
 * @param key the entry of a map that it would set
 */
public record InactiveWrite(
        Span span, List<WriteStep> chain, boolean adds, boolean isFinal, Optional<String> key, Reason reason) {
    /** Copies. */
    public InactiveWrite {
        chain = List.copyOf(chain);
    }

    /** Outermost condition or loop that excludes the statement. */
    public sealed interface Reason {
        /** A condition with the wrong value: true for a statement in {@code else}. */
        record Condition(Span at, boolean value) implements Reason {}

        /** A loop without a round. */
        record NoRound(Span at) implements Reason {}
    }
}
