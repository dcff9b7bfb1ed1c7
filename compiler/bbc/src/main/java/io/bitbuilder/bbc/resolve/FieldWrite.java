package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One statement that writes a field of a block, and its part in the result.
 *
 * @param span the value's expression
 * @param value the value of the expression for this block
 * @param chain the defaults and profiles that the write came through, outermost first; empty for the block's own
 *     statements
 * @param adds whether it is a {@code +=}
 * @param isFinal whether it is marked {@code final}
 * @param key the entry of a map that it sets
 * @param reads the fields that its expression reads, in order
 */
public record FieldWrite(
        Span span,
        Value value,
        List<WriteStep> chain,
        boolean adds,
        boolean isFinal,
        Optional<String> key,
        List<FieldRead> reads,
        Outcome outcome) {
    /** Outcome of a write in the merge. */
    public enum Outcome {
        /** Its value is the result, or the start of additions. */
        WINS,
        /** It is part of the result: an addition, an entry of a map, a value equal to the winner's. */
        CONTRIBUTES,
        /** A writer of higher precedence replaced it. */
        OVERRIDDEN,
        /** It contradicts another write, so the field has no value. */
        CONFLICTS
    }

    /** Copies. */
    public FieldWrite {
        chain = List.copyOf(chain);
        reads = List.copyOf(reads);
    }
}
