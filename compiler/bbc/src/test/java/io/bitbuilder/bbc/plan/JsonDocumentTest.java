package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Json value = Json.object()
                .put("text", "a\"b\\c<\u00e9\ud83d\ude00\n")
                .put("number", -12L)
                .put("truth", true)
                .put("none", List.of())
                .put("empty", Json.object().build())
                .put("nested", List.of(Json.texts(List.of("a", "b")), Json.of(false)))
                .build();
        assertEquals(value, JsonDocument.parse(JsonText.of(value)));
        assertEquals(
                "b",
                value.at("nested").elements().getFirst().elements().getLast().text());
        assertEquals("-12", value.at("number").text());
        assertEquals("", value.at("missing").at("deeper").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "{\"a\" 1}", "\"a", "\"\\u12", "x", "tru", "{} {}", "-"})
    void otherTextsAreFaults(String text) {
        assertThrows(InternalFault.class, () -> JsonDocument.parse(text));
    }
}
