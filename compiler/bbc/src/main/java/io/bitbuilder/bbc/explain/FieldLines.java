package io.bitbuilder.bbc.explain;

import java.util.List;

/**
 * Lines of output that follow from a field.
 *
 * @param through fields computed from it, one from the other, whose last one produced the lines; empty when the field
 *     itself did
 * @param lines by path and number
 */
public record FieldLines(List<String> through, List<OutputLine> lines) {
    /** Copies. */
    public FieldLines {
        through = List.copyOf(through);
        lines = List.copyOf(lines);
    }
}
