package io.bitbuilder.bbc.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.core.source.UnicodeRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strict JSON parser (RFC 8259, narrowed to I-JSON of RFC 7493): unique keys, no comments, no trailing text, no escapes
 * of forbidden characters. Jackson gives the tokens; its messages contain raw input and are never shown.
 */
final class JsonReader {
    private final SourceFile file;
    private final Limits limits;
    private final Findings findings;
    private final JsonParser parser;
    private int tokens;

    private JsonReader(SourceFile file, Limits limits, Findings findings) throws IOException {
        this.file = file;
        this.limits = limits;
        this.findings = findings;
        this.parser = factory(limits).createParser(file.text());
    }

    /** Returns the value of a file; empty, with one finding, if the file is not such JSON. */
    static Optional<JsonNode> read(SourceFile file, Limits limits, Findings findings) {
        try {
            return new JsonReader(file, limits, findings).document();
        } catch (TooLarge e) {
            findings.add(e.finding);
            return Optional.empty();
        } catch (JsonEOFException e) {
            findings.add(JsonSyntaxError.ends(file));
            return Optional.empty();
        } catch (StreamReadException e) {
            findings.add(notJson(file, e));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string cannot fail", e);
        }
    }

    /** Lenient features of Jackson stay off; keys are not interned, since tenants choose them. */
    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth((int) Limit.NESTING.ceiling() + 1)
                        .maxNumberLength(32)
                        .maxStringLength(limits.tokenBytes())
                        .maxNameLength(256)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    private Optional<JsonNode> document() throws IOException {
        try {
            return whole();
        } catch (StreamConstraintsException e) {
            throw new TooLarge(tooLong());
        }
    }

    private Optional<JsonNode> whole() throws IOException {
        if (next() == null) {
            Finding empty = Finding.of(Code.INVALID_JSON, file.start(), "invalid JSON: the file is empty");
            findings.add(
                    isMetadata()
                            ? empty.why("metadata.json holds one object").fix("write the tenant, or delete the file")
                            : empty.why("a data file has one value").fix("write `[]`"));
            return Optional.empty();
        }
        JsonNode value = value(1);
        int end = value.span().end();
        if (parser.nextToken() != null) {
            String what = isMetadata() ? "the object" : "the value";
            findings.add(Finding.of(Code.INVALID_JSON, at(start()), "invalid JSON: unexpected content after " + what)
                    .also(new Span(file, end - 1, end), what + " ends here")
                    .why(isMetadata() ? "metadata.json holds one object and nothing else" : "a data file has one value")
                    .fix("delete everything after " + what));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private boolean isMetadata() {
        return file.path().endsWith("metadata.json");
    }

    private JsonToken next() throws IOException {
        if (++tokens > limits.fileTokens()) {
            throw new TooLarge(LimitFinding.of(Limit.FILE_TOKENS, limits, at(start()), "the file has too many tokens"));
        }
        return parser.nextToken();
    }

    private JsonNode value(int depth) throws IOException {
        int start = start();
        if (depth > limits.nesting() && parser.currentToken().isStructStart()) {
            throw new TooLarge(LimitFinding.of(Limit.NESTING, limits, at(start), "nested too deeply"));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(start, depth);
            case START_ARRAY -> array(start, depth);
            case VALUE_STRING -> {
                String value = parser.getText();
                Span span = textSpan(start);
                checkCharacters(value, span);
                yield new JsonNode.Text(value, span);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new JsonNode.Number(parser.getText(), new Span(file, start, start + parser.getTextLength()));
            case VALUE_TRUE -> new JsonNode.Bool(true, new Span(file, start, start + 4));
            case VALUE_FALSE -> new JsonNode.Bool(false, new Span(file, start, start + 5));
            case VALUE_NULL -> new JsonNode.Null(new Span(file, start, start + 4));
            default ->
                throw new IllegalStateException("unexpected token " + parser.currentToken() + " instead of a value");
        };
    }

    private JsonNode object(int start, int depth) throws IOException {
        List<JsonNode.Member> members = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Span keySpan = textSpan(start());
            checkCharacters(key, keySpan);
            Span first = seen.putIfAbsent(key, keySpan);
            next();
            JsonNode value = value(depth + 1);
            if (first == null) {
                members.add(new JsonNode.Member(key, keySpan, value));
            } else {
                findings.add(Finding.of(Code.DUPLICATE_KEY, keySpan, "duplicate key " + keySpan.text())
                        .also(first, "first occurrence")
                        .why("JSON parsers disagree which of two equal keys is used")
                        .fix("delete one of them"));
            }
        }
        return new JsonNode.Object(members, new Span(file, start, start() + 1));
    }

    private JsonNode array(int start, int depth) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            elements.add(value(depth + 1));
        }
        return new JsonNode.Array(elements, new Span(file, start, start() + 1));
    }

    private void checkCharacters(String value, Span span) {
        int bad = value.codePoints()
                .filter(c -> c == '\r' || UnicodeRules.isForbidden(c))
                .findFirst()
                .orElse(-1);
        if (bad >= 0) {
            findings.add(Finding.of(
                            Code.FORBIDDEN_JSON_ESCAPE,
                            span,
                            "escape of a forbidden character: " + UnicodeRules.describe(bad))
                    .why("control, invisible, direction and unassigned characters are not allowed "
                            + "anywhere, not even as an escape")
                    .fix("remove it"));
        } else if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            findings.add(Finding.of(
                            Code.FORBIDDEN_JSON_ESCAPE,
                            span,
                            "string is not in Unicode normal form C (NFC) after decoding its escapes")
                    .why("two strings that look the same must be equal")
                    .fix("write the characters themselves, in their composed form"));
        }
    }

    /** Returns the span of a string, from its opening to its closing quote. */
    private Span textSpan(int start) {
        String text = file.text();
        int end = start + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return new Span(file, start, end + 1);
    }

    private int start() {
        return offset(file, parser.currentTokenLocation().getCharOffset());
    }

    private Span at(int offset) {
        return new Span(file, offset, Math.min(offset + 1, file.text().length()));
    }

    private static int offset(SourceFile file, long offset) {
        return Math.clamp(offset, 0, file.text().length());
    }

    /** Returns the finding for a token above a limit; a number is known by its first character. */
    private Finding tooLong() {
        int at = offset(file, parser.currentLocation().getCharOffset());
        Span token = JsonSyntaxError.word(file, at);
        boolean number = token.text().matches("[-+.0-9].*");
        return number
                ? LimitFinding.of(Limit.INTEGER_DIGITS, limits, token, "the number is too long")
                : LimitFinding.of(
                        Limit.TOKEN_BYTES, limits, new Span(file, at, at), "the string or key here is too long");
    }

    private static Finding notJson(SourceFile file, StreamReadException e) {
        int at = e.getLocation() == null ? 0 : offset(file, e.getLocation().getCharOffset());
        return JsonSyntaxError.finding(file, at);
    }

    /** Signals that a limit was exceeded; nothing of the file is used. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        private TooLarge(Finding finding) {
            super("limit exceeded");
            this.finding = finding;
        }
    }
}
