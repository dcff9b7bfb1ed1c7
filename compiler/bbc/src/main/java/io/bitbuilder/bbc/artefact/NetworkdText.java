package io.bitbuilder.bbc.artefact;

/** Free string in a file of networkd, which has no specifiers and no quotes: unchanged, to the end of the line. */
public record NetworkdText(String meant) implements SinkValue {
    /** Rejects strings that a line cannot hold. */
    public NetworkdText {
        SafeText.requireFree(meant);
    }

    @Override
    public String text() {
        return meant;
    }

    @Override
    public String toString() {
        return text();
    }
}
