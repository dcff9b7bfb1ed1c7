package io.bitbuilder.core.json;

import io.bitbuilder.core.fault.InternalFault;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link JsonText} writes: manifests of a compiled tree. Input of people never comes here. */
public final class JsonDocument {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    private JsonDocument(String text) {
        this.text = text;
    }

    /**
     * Returns the value that a text has.
     *
     * @throws InternalFault if {@link JsonText} did not write the text
     */
    public static Json parse(String text) {
        JsonDocument document = new JsonDocument(text);
        Json value = document.value();
        document.blanks();
        if (document.at < text.length()) {
            throw document.fault();
        }
        return value;
    }

    private Json value() {
        blanks();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> Json.of(string());
            case 't' -> word("true", Json.of(true));
            case 'f' -> word("false", Json.of(false));
            default -> number();
        };
    }

    private Json members() {
        Json.Builder object = Json.object();
        at++;
        for (boolean more = !ends('}'); more; more = !ends('}')) {
            blanks();
            String name = string();
            take(':');
            object.put(name, value());
            separator();
        }
        return object.build();
    }

    private Json elements() {
        List<Json> elements = new ArrayList<>();
        at++;
        for (boolean more = !ends(']'); more; more = !ends(']')) {
            elements.add(value());
            separator();
        }
        return new Json.Elements(elements);
    }

    private void separator() {
        blanks();
        if (peek() == ',') {
            at++;
        }
    }

    private boolean ends(char bracket) {
        blanks();
        boolean end = peek() == bracket;
        at += end ? 1 : 0;
        return end;
    }

    private Json number() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        try {
            return Json.of(Long.parseLong(text, start, at, 10));
        } catch (NumberFormatException e) {
            throw fault();
        }
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw fault();
        }
        at += word.length();
        return value;
    }

    private String string() {
        take('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c != 'u') {
            return c;
        }
        at += HEX_DIGITS;
        if (at > text.length()) {
            throw fault();
        }
        return (char) Integer.parseInt(text, at - HEX_DIGITS, at, HEX);
    }

    private void take(char c) {
        if (peek() != c) {
            throw fault();
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault();
        }
        return text.charAt(at);
    }

    private InternalFault fault() {
        return new InternalFault("invalid manifest: no JSON at character " + at);
    }
}
