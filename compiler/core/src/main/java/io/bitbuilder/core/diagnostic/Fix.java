package io.bitbuilder.core.diagnostic;

import java.util.List;

/**
 * Fix as a sentence; with edits, a tool can apply it.
 *
 * @param text the sentence
 * @param edits replacements that together are the fix; empty when only a person can apply it
 * @param certain whether the edits state what the input already meant, so that {@code bbc check --fix} applies them
 */
public record Fix(String text, List<TextEdit> edits, boolean certain) {
    /** Copies the edits. */
    public Fix {
        edits = List.copyOf(edits);
        certain &= !edits.isEmpty();
    }

    /** Creates a fix whose edits are a guess. */
    public Fix(String text, List<TextEdit> edits) {
        this(text, edits, false);
    }

    /** Creates a fix that only a person can apply. */
    public static Fix of(String text) {
        return new Fix(text, List.of());
    }

    /** Creates a fix that states what the input already meant. */
    public static Fix certain(String text, TextEdit... edits) {
        return new Fix(text, List.of(edits), true);
    }
}
