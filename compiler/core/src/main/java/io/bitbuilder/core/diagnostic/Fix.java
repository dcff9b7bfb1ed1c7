package io.bitbuilder.core.diagnostic;

import java.util.List;

/** Fix as a sentence; with edits, a tool can apply it safely. */
public record Fix(String text, List<Edit> edits) {
    /** Copies the edits. */
    public Fix {
        edits = List.copyOf(edits);
    }

    /** Creates a fix that only a person can apply. */
    public static Fix of(String text) {
        return new Fix(text, List.of());
    }
}
