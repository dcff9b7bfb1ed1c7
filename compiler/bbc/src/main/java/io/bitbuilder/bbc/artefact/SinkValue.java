package io.bitbuilder.bbc.artefact;

/**
 * The value of a directive, made for one kind of place. What it holds is what is meant; {@link #text()} is how that is
 * written there. Printers and templates write values and nothing else.
 */
public sealed interface SinkValue
        permits Word, Reset, UnitText, NetworkdText, ExecLine, UnitEnvironment, NspawnEnvironment, BindMount, RawText {
    /** The characters after {@code =}, escaped for the place. */
    String text();

    /** True when the characters that a reader found after {@code =} mean this value. */
    default boolean isReadFrom(String raw) {
        return text().equals(raw);
    }
}
