package io.bitbuilder.bbc.artefact;

import java.util.List;

/** {@code Environment=} of a unit: one variable, quoted as a whole; variables are not expanded in it. */
public record UnitEnvironment(String name, String value) implements SinkValue {
    /** Rejects strings that a line cannot hold. */
    public UnitEnvironment {
        VariableName.require(name);
        SafeText.require(value);
    }

    @Override
    public String text() {
        return Quoting.quoted(name + "=" + value, false);
    }

    @Override
    public boolean isReadFrom(String raw) {
        List<String> read = Quoting.split(raw);
        return read.size() == 1 && Quoting.single(read.getFirst(), false).equals(name + "=" + value);
    }

    @Override
    public String toString() {
        return text();
    }
}
