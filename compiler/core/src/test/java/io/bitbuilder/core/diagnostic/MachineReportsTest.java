package io.bitbuilder.core.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** JSON and SARIF: well formed, ASCII, complete. */
class MachineReportsTest {
    private static final String TEXT = "tenant acme {\n  x = \"\u00e4\ud83d\ude80\" y\n}\n";
    private static final Finding FINDING = Finding.of(
                    Code.SYNTAX_ERROR, span(TEXT, "y"), "a [link](http://x) <b> \u001b")
            .label("here")
            .also(span(TEXT, "acme"), "there")
            .why("because")
            .fix(new Fix("delete it", List.of(new TextEdit(span(TEXT, "y"), ""))));

    @Test
    void jsonHoldsEverything() throws IOException {
        String json = JsonReport.print(List.of(FINDING), Limits.DEFAULT);
        parse(json);
        assertEquals("""
                {
                  "schema": 1,
                  "errors": 1,
                  "warnings": 0,
                  "notes": 0,
                  "omitted": 0,
                  "findings": [
                    {
                      "code": "SYN001",
                      "severity": "error",
                      "title": "syntax error",
                      "message": "a [link](http://x) \\u003cb\\u003e \\u001b",
                      "place": {
                        "path": "a b.bbc",
                        "line": 2,
                        "column": 12,
                        "endLine": 2,
                        "endColumn": 13,
                        "text": "here"
                      },
                      "others": [
                        {
                          "path": "a b.bbc",
                          "line": 1,
                          "column": 8,
                          "endLine": 1,
                          "endColumn": 12,
                          "text": "there"
                        }
                      ],
                      "why": "because",
                      "fixes": [
                        {
                          "text": "delete it",
                          "certain": false,
                          "edits": [
                            {
                              "path": "a b.bbc",
                              "line": 2,
                              "column": 12,
                              "endLine": 2,
                              "endColumn": 13,
                              "replacement": ""
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
                """, json);
    }

    @Test
    void sarifIsAsciiEscapedAndFingerprinted() throws IOException {
        String sarif = SarifReport.print(List.of(FINDING), Limits.DEFAULT, "0.1.0");
        parse(sarif);
        assertTrue(
                sarif.contains("\"text\": \"a \\\\[link\\\\](http://x) \\u003cb\\u003e \\\\u{1B}. Why: because. Fix: "
                        + "delete it\""),
                sarif);
        assertTrue(sarif.contains("\"uri\": \"a%20b.bbc\""), sarif);
        assertTrue(sarif.contains("\"insertedContent\""), sarif);
    }

    @Test
    void aFingerprintSurvivesMovedLinesAndDistinguishesEqualPlaces() {
        Finding moved = Finding.of(Code.SYNTAX_ERROR, span("\n\n" + TEXT, "y"), "other words");
        assertEquals(fingerprint(List.of(FINDING), 0), fingerprint(List.of(moved), 0));
        assertNotEquals(fingerprint(List.of(FINDING, moved), 0), fingerprint(List.of(FINDING, moved), 1));
    }

    @Test
    void omittedFindingsAreCounted() {
        Limits one = Limits.DEFAULT.with(Limit.SARIF_RESULTS, 1).with(Limit.DIAGNOSTICS_KEPT, 1);
        Finding second = Finding.of(Code.SYNTAX_ERROR, span(TEXT, "x"), "m");
        assertTrue(SarifReport.print(List.of(second, FINDING), one, "0").contains("1 more findings are omitted"));
        assertTrue(JsonReport.print(List.of(second, FINDING), one).contains("\"omitted\": 1,"));
        assertFalse(SarifReport.print(List.of(FINDING), one, "0").contains("toolExecutionNotifications"));
    }

    private static String fingerprint(List<Finding> findings, int index) {
        Matcher m = Pattern.compile("\"primaryLocationLineHash\": \"([0-9a-f]{32})\"")
                .matcher(SarifReport.print(findings, Limits.DEFAULT, "0"));
        for (int i = 0; i <= index; i++) {
            assertTrue(m.find());
        }
        return m.group(1);
    }

    private static void parse(String json) throws IOException {
        assertTrue(json.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f));
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }

    private static Span span(String text, String part) {
        SourceFile file = new SourceFile("a b.bbc", Owner.PLATFORM, text);
        int start = text.indexOf(part);
        return new Span(file, start, start + part.length());
    }
}
