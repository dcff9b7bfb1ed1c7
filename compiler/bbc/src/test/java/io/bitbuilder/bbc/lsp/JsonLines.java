package io.bitbuilder.bbc.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Messages of the protocol as lines that a person reads: short values in one line, ranges as numbers. */
final class JsonLines {
    private static final int WIDTH = 118;

    private JsonLines() {}

    static void add(List<String> lines, String indent, JsonElement value) {
        String flat = flat(value);
        if (indent.length() + flat.length() <= WIDTH && flat.indexOf('\n') < 0) {
            lines.add(indent + flat);
        } else if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(element -> {
                if (isShort(indent + "- ", flat(element))) {
                    lines.add(indent + "- " + flat(element));
                } else {
                    lines.add(indent + "-");
                    add(lines, indent + "  ", element);
                }
            });
        } else if (value.isJsonObject()) {
            value.getAsJsonObject().entrySet().forEach(entry -> {
                String text = flat(entry.getValue());
                if (isShort(indent + entry.getKey() + ": ", text)) {
                    lines.add(indent + entry.getKey() + ": " + text);
                } else {
                    lines.add(indent + entry.getKey() + ":");
                    add(lines, indent + "  ", entry.getValue());
                }
            });
        } else {
            flat.lines().forEach(line -> lines.add((indent + line).stripTrailing()));
        }
    }

    private static boolean isShort(String before, String text) {
        return before.length() + text.length() <= WIDTH && text.indexOf('\n') < 0;
    }

    private static String flat(JsonElement value) {
        if (value.isJsonArray()) {
            return StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
                    .map(JsonLines::flat)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isJsonObject()) {
            JsonObject object = value.getAsJsonObject();
            if (object.keySet().equals(Set.of("start", "end"))) {
                return flat(object.get("start")) + "-" + flat(object.get("end"));
            }
            if (object.keySet().equals(Set.of("line", "character"))) {
                return object.get("line") + ":" + object.get("character");
            }
            return object.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flat(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value instanceof JsonPrimitive text && text.isString() ? text.getAsString() : value.toString();
    }
}
