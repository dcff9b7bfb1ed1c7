package io.bitbuilder.bbc.artefact;

/**
 * Value of a directive, for one kind of place. It holds the intended value; {@link #text()} is its notation there.
 * Printers and templates write values and nothing else.
 */
public sealed interface SinkValue
        permits Word, ListReset, UnitText, NetworkdText, ExecLine, UnitEnvironment, BindMount, RawText {
    /** Returns the characters after {@code =}, escaped for the place. */
    String text();

    /** Returns whether the characters that a reader found after {@code =} are this value. */
    default boolean isReadFrom(String raw) {
        return text().equals(raw);
    }
}
