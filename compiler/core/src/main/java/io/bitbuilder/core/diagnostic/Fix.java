package io.bitbuilder.core.diagnostic;

import java.util.List;

/**
 * Fix as a sentence; with edits, a tool can apply it safely.
 *
 * @param text the sentence
 * @param edits replacements that together are the fix; empty when only a person can apply it
 */
public record Fix(String text, List<TextEdit> edits) {
    /** Copies the edits. */
    public Fix {
        edits = List.copyOf(edits);
    }

    /** Creates a fix that only a person can apply. */
    public static Fix of(String text) {
        return new Fix(text, List.of());
    }
}
