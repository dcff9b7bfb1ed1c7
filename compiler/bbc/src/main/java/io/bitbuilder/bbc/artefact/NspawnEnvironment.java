package io.bitbuilder.bbc.artefact;

/**
 * {@code Environment=} of a {@code .nspawn} file. Whitespace separates words there and quotes group them, but a
 * backslash is an ordinary character (config_parse_strv keeps escapes), so a string with double quotes alternates
 * between both quotes.
 */
public record NspawnEnvironment(String name, String value) implements SinkValue {
    /** Rejects strings that a line cannot hold. */
    public NspawnEnvironment {
        VariableName.require(name);
        SafeText.require(value);
    }

    @Override
    public String text() {
        String meant = name + "=" + value;
        if (meant.chars().noneMatch(c -> c == ' ' || c == '"' || c == '\'' || c == '\\')) {
            return meant;
        }
        return '"' + meant.replace("\"", "\"'\"'\"") + '"';
    }

    @Override
    public boolean isReadFrom(String raw) {
        StringBuilder read = new StringBuilder();
        char quote = 0;
        for (char c : raw.toCharArray()) {
            if (quote == 0 && (c == ' ' || c == '\t')) {
                return false;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                read.append(c);
            }
        }
        return quote == 0 && read.toString().equals(name + "=" + value);
    }

    @Override
    public String toString() {
        return text();
    }
}
