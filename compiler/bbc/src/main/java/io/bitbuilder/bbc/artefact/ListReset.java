package io.bitbuilder.bbc.artefact;

/** Empty value, which clears the list that earlier files filled. */
public record ListReset() implements SinkValue {
    @Override
    public String text() {
        return "";
    }

    @Override
    public String toString() {
        return text();
    }
}
