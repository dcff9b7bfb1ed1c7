package io.bitbuilder.bbc.artefact;

/**
 * Free text in a file of networkd's, which expands nothing and knows no quotes: the text as it is, to the end of the
 * line.
 */
public record NetworkdText(String meant) implements SinkValue {
    /** Refuses what a line can't hold. */
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
