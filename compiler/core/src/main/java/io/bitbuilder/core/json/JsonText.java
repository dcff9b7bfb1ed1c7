package io.bitbuilder.core.json;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Writes JSON: indentation of two blanks, one member per line, arrays of scalars on one line, a final line feed. ASCII
 * only; {@code < > &} are escaped too, so that the text can be embedded in HTML.
 */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** Returns the text of a value. */
    public static String of(Json value) {
        JsonText text = new JsonText();
        text.write(value, "\n");
        return text.out.append('\n').toString();
    }

    private void write(Json value, String newline) {
        switch (value) {
            case Json.Members(var members) -> members(members.entrySet().iterator(), newline);
            case Json.Elements(var elements) -> elements(elements, newline);
            case Json.Text(String text) -> string(text);
            case Json.Whole(long number) -> out.append(number);
            case Json.Truth(boolean truth) -> out.append(truth);
            case Json.Nothing n -> out.append("null");
        }
    }

    private void members(Iterator<Map.Entry<String, Json>> members, String newline) {
        out.append('{');
        String inner = newline + "  ";
        String separator = inner;
        while (members.hasNext()) {
            Map.Entry<String, Json> member = members.next();
            out.append(separator);
            string(member.getKey());
            out.append(": ");
            write(member.getValue(), inner);
            separator = "," + inner;
        }
        out.append(separator.equals(inner) ? "" : newline).append('}');
    }

    private void elements(Iterable<Json> elements, String newline) {
        boolean nested = false;
        for (Json element : elements) {
            nested |= element instanceof Json.Members || element instanceof Json.Elements;
        }
        String inner = nested ? newline + "  " : "";
        String separator = inner;
        out.append('[');
        for (Json element : elements) {
            out.append(separator);
            write(element, inner);
            separator = nested ? "," + inner : ", ";
        }
        out.append(nested ? newline : "").append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            character(text.charAt(at), text, at);
        }
        out.append('"');
    }

    private void character(char c, String text, int at) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c >= 0x20 && c < 0x7f && c != '<' && c != '>' && c != '&') {
            out.append(c);
        } else if (isLone(c, text, at)) {
            throw new InternalFault("lone surrogate in a string");
        } else {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }

    private static boolean isLone(char c, String text, int at) {
        return Character.isHighSurrogate(c)
                        && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
                || Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
