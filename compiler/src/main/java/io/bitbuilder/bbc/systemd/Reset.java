package io.bitbuilder.bbc.systemd;

/** The empty value, which drops what earlier files gave a list. */
public record Reset() implements Value {
    @Override
    public String text() {
        return "";
    }

    @Override
    public String toString() {
        return text();
    }
}
