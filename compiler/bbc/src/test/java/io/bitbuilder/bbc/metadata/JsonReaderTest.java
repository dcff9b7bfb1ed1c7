package io.bitbuilder.bbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strict profile: input that other JSON parsers accept and this one rejects. */
class JsonReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1}                 | ``
            [1, true, null, "x"]     | ``
            "x"                      | ``
            ``                       | 1 JSN001
            ` `                      | 1 JSN001
            ⏎⏎                       | 1 JSN001
            {} {}                    | 4 JSN001
            {} x                     | 4 JSN001
            {}}                      | 3 JSN001
            {}//c                    | 3 JSN001
            {//c                     | 2 JSN001
            {"a": 1 /* c */}         | 9 JSN001
            {"a": NaN}               | 7 JSN001
            {"a": -Infinity}         | 7 JSN001
            {"a": 01}                | 7 JSN001
            {"a": +1}                | 7 JSN001
            {"a": .5}                | 7 JSN001
            {"a": 5.}                | 7 JSN001
            {"a": 0x10}              | 7 JSN001
            {"a": 1,}                | 9 JSN001
            [1,]                     | 4 JSN001
            [1 2]                    | 4 JSN001
            {'a': 1}                 | 2 JSN001
            {a: 1}                   | 2 JSN001
            {"a" 1}                  | 6 JSN001
            {"a": tru}               | 7 JSN001
            {"a": "x                 | 9 JSN001
            {"a": "x⏎y"}             | 9 JSN001
            {"a": "\\q"}             | 8 JSN001
            {"a": 1, "a": 2}         | 10 JSN002
            {"a": 1, "\\u0061": 2}   | 10 JSN002
            {"b": {"a": 1, "a": 2}}  | 16 JSN002
            {"a": "\\ud800"}         | 7 JSN009
            {"\\ud800": 1}           | 3 JSN001
            """)
    void profile(String text, String expected) {
        String json = text == null ? "" : text.replace("⏎", "\n").replace("\\\\", "\\");
        assertEquals(expected == null ? "" : expected, show(read(json)));
    }

    @ParameterizedTest
    @CsvSource({"[,]", "'{\"a\":','}'"})
    void nesting(String open, String close) {
        assertEquals("", show(read(open.repeat(64) + (open.equals("[") ? "" : "1") + close.repeat(64))));
        assertEquals("LIM001", codes(read(open.repeat(65) + (open.equals("[") ? "" : "{}") + close.repeat(65))));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertEquals("LIM001", codes(read(open.repeat(200_000)))));
    }

    @Test
    void sizes() {
        assertEquals("LIM001", codes(read("[\"" + "x".repeat(70_000) + "\"]")));
        assertEquals("LIM001", codes(read("[" + "1,".repeat(200_000) + "1]")));
        assertEquals("LIM001", codes(read("[" + "1".repeat(1_000) + "]")));
    }

    /** An upgrade of Jackson that adds a leniency shows here. */
    @Test
    void everyLeniencyIsOff() {
        JsonFactory factory = JsonReader.factory(Limits.DEFAULT);
        for (JsonReadFeature feature : JsonReadFeature.values()) {
            assertFalse(factory.isEnabled(feature.mappedFeature()), feature.name());
        }
        assertFalse(factory.isEnabled(JsonFactory.Feature.INTERN_FIELD_NAMES));
    }

    private static List<Finding> read(String text) {
        Findings findings = new Findings();
        JsonReader.read(new SourceFile("metadata.json", Owner.PLATFORM, text), Limits.DEFAULT, findings);
        return findings.sorted();
    }

    private static String show(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.primary().span().column() + " " + f.code())
                .collect(Collectors.joining(","));
    }

    private static String codes(List<Finding> findings) {
        return findings.stream().map(f -> f.code().id()).collect(Collectors.joining(","));
    }
}
