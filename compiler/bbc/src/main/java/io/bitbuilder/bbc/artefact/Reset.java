package io.bitbuilder.bbc.artefact;

/** The empty value, which drops what earlier files gave a list. */
public record Reset() implements SinkValue {
    @Override
    public String text() {
        return "";
    }

    @Override
    public String toString() {
        return text();
    }
}
