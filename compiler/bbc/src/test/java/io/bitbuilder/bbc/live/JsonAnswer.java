package io.bitbuilder.bbc.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON output of a program, for queries without a known structure: a missing member reads as empty.
 *
 * @param value a map, a list, a scalar as a string, or the empty string for a missing member
 */
record JsonAnswer(Object value) {
    private static final JsonAnswer NOTHING = new JsonAnswer("");

    static JsonAnswer parse(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return new JsonAnswer(read(parser));
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + json, e);
        }
    }

    /** The member of members that a path of names leads to. */
    JsonAnswer at(String... names) {
        JsonAnswer here = this;
        for (String name : names) {
            here = here.value instanceof Map<?, ?> members && members.get(name) instanceof Object member
                    ? new JsonAnswer(member)
                    : NOTHING;
        }
        return here;
    }

    /** The text of a member. */
    String text(String... names) {
        return at(names).value.toString();
    }

    /** The elements of a member that is an array; none when it is missing. */
    List<JsonAnswer> list(String... names) {
        return at(names).value instanceof List<?> elements
                ? elements.stream()
                        .map(element -> new JsonAnswer((Object) element))
                        .toList()
                : List.of();
    }

    private static Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case null -> "";
            case VALUE_NULL -> "";
            default -> parser.getText();
        };
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return members;
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return elements;
    }
}
