package io.bitbuilder.bbc.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link JsonText} writes: manifests of a compiled tree. Input of people never comes here. */
final class JsonDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonDocument() {}

    /**
     * Returns the value that a text has.
     *
     * @throws InternalFault if {@link JsonText} did not write the text
     */
    static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Json value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new InternalFault("two values in a manifest");
            }
            return value;
        } catch (IOException e) {
            throw new InternalFault("invalid JSON in a manifest: " + e.getMessage());
        }
    }

    private static Json value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> Json.of(parser.getText());
            case VALUE_NUMBER_INT -> Json.of(parser.getLongValue());
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case null, default -> throw new InternalFault("unexpected " + token + " in a manifest");
        };
    }

    private static Json members(JsonParser parser) throws IOException {
        Json.Builder object = Json.object();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.put(name, value(parser, parser.nextToken()));
        }
        return object.build();
    }

    private static Json elements(JsonParser parser) throws IOException {
        List<Json> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return new Json.Elements(elements);
    }
}
