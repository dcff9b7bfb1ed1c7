package io.bitbuilder.bbc.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.core.json.Json;
import java.io.IOException;
import java.util.Map;

/** Compares a rendered manifest with its artefact, token by token, by the parser of another project. */
final class JsonReadBack {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String path;
    private final JsonParser parser;

    private JsonReadBack(String path, JsonParser parser) {
        this.path = path;
        this.parser = parser;
    }

    static void compare(JsonFile file, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonReadBack back = new JsonReadBack(file.path(), parser);
            back.value(file.root());
            back.expect(parser.nextToken() == null, "trailing characters");
        } catch (IOException e) {
            throw ReadBack.fault(file.path(), 0, "invalid JSON");
        }
    }

    private void value(Json meant) throws IOException {
        JsonToken token = parser.nextToken();
        switch (meant) {
            case Json.Members(var members) -> {
                expect(token == JsonToken.START_OBJECT, "an object is missing");
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    expect(
                            parser.nextToken() == JsonToken.FIELD_NAME
                                    && parser.currentName().equals(member.getKey()),
                            "the member " + member.getKey() + " is missing");
                    value(member.getValue());
                }
                expect(parser.nextToken() == JsonToken.END_OBJECT, "unexpected member in an object");
            }
            case Json.Elements(var elements) -> {
                expect(token == JsonToken.START_ARRAY, "an array is missing");
                for (Json element : elements) {
                    value(element);
                }
                expect(parser.nextToken() == JsonToken.END_ARRAY, "unexpected element in an array");
            }
            case Json.Text(String text) ->
                expect(token == JsonToken.VALUE_STRING && parser.getText().equals(text), "a string differs");
            case Json.Whole(long number) ->
                expect(token == JsonToken.VALUE_NUMBER_INT && parser.getLongValue() == number, "a number differs");
            case Json.Truth(boolean truth) ->
                expect(token == (truth ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE), "a boolean differs");
            case Json.Nothing n -> expect(token == JsonToken.VALUE_NULL, "a null differs");
        }
    }

    private void expect(boolean good, String otherwise) {
        if (!good) {
            throw ReadBack.fault(path, parser.currentLocation().getLineNr(), otherwise);
        }
    }
}
