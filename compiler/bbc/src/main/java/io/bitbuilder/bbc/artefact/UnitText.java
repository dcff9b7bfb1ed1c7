package io.bitbuilder.bbc.artefact;

/** Free string of a directive in which specifiers are expanded (systemd.unit(5)): {@code %} is doubled. */
public record UnitText(String meant) implements SinkValue {
    /** Rejects strings that a line cannot hold. */
    public UnitText {
        SafeText.requireFree(meant);
    }

    @Override
    public String text() {
        return meant.replace("%", "%%");
    }

    @Override
    public String toString() {
        return text();
    }
}
