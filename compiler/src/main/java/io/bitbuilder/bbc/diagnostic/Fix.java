package io.bitbuilder.bbc.diagnostic;

import java.util.List;

/** What to do, as a sentence; with edits it can be applied by a machine and is safe to. */
public record Fix(String text, List<Edit> edits) {
    /** Copies the edits. */
    public Fix {
        edits = List.copyOf(edits);
    }

    /** A fix that only a person can apply. */
    public static Fix of(String text) {
        return new Fix(text, List.of());
    }
}
