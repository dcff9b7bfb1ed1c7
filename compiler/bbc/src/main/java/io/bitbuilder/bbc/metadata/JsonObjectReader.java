package io.bitbuilder.bbc.metadata;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Object of the format with its known keys, each read as its expected type. A missing or mistyped value is reported and
 * counts as absent.
 */
final class JsonObjectReader {
    private final Findings findings;
    private final String path;
    private final JsonNode.Object object;
    private final Set<String> misspelled = new HashSet<>();

    /** Makes the view of an object at a path such as {@code resources.cpu}; the root's path is empty. */
    JsonObjectReader(Findings findings, String path, JsonNode.Object object) {
        this.findings = findings;
        this.path = path;
        this.object = object;
        List<String> known = MetadataFormat.keys(path);
        for (JsonNode.Member member : object.members()) {
            if (!known.contains(member.key())) {
                unknown(member, known);
            }
        }
    }

    /** Returns the object itself. */
    JsonNode.Object object() {
        return object;
    }

    /** Returns a member of any type. */
    Optional<JsonNode.Member> member(String key) {
        return object.members().stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** Returns a required member; reports it when it is missing. */
    Optional<JsonNode.Member> required(String key) {
        Optional<JsonNode.Member> member = member(key);
        if (member.isEmpty() && !misspelled.contains(key)) {
            findings.add(Finding.of(Code.MISSING_KEY, object.span(), "missing key `" + full(key) + "`")
                    .why("format 1.0 requires it")
                    .fix("add \"" + key + "\" to " + (path.isEmpty() ? "the object of the file" : "`" + path + "`")));
        }
        return member;
    }

    /** Returns an object. */
    Optional<JsonObjectReader> view(Optional<JsonNode.Member> member) {
        return member.flatMap(m -> m.value() instanceof JsonNode.Object o
                ? Optional.of(new JsonObjectReader(findings, full(m.key()), o))
                : wrong(m, m.value(), "an object"));
    }

    /** Returns a string. */
    Optional<JsonNode.Text> text(Optional<JsonNode.Member> member) {
        return member.flatMap(m -> text(m, m.value()));
    }

    /** Returns a list of strings; elements of another type are reported and omitted. */
    List<JsonNode.Text> texts(Optional<JsonNode.Member> member) {
        List<JsonNode.Text> texts = new ArrayList<>();
        elements(member).forEach(e -> text(member.orElseThrow(), e).ifPresent(texts::add));
        return texts;
    }

    /** Returns a list of objects. */
    List<JsonObjectReader> views(Optional<JsonNode.Member> member) {
        List<JsonObjectReader> views = new ArrayList<>();
        List<JsonNode> elements = elements(member);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof JsonNode.Object o) {
                views.add(
                        new JsonObjectReader(findings, full(member.orElseThrow().key()) + "[" + i + "]", o));
            } else {
                wrong(member.orElseThrow(), elements.get(i), "a list of objects");
            }
        }
        return views;
    }

    /** Returns an integer; checks its digits only. */
    Optional<JsonNode.Number> integer(Optional<JsonNode.Member> member) {
        return member.flatMap(m -> {
            if (!(m.value() instanceof JsonNode.Number number)) {
                return wrong(m, m.value(), "an integer");
            }
            String text = number.text();
            boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (text.length() == 1 || text.charAt(0) != '0')
                    && text.length() <= 19;
            if (!whole) {
                findings.add(Finding.of(
                                Code.INVALID_JSON_VALUE,
                                number.span(),
                                "invalid integer `" + text + "` for `" + full(m.key()) + "`")
                        .why("integers have at most 19 decimal digits, without sign, fraction or exponent")
                        .fix("write a number such as 4"));
            }
            return whole ? Optional.of(number) : Optional.empty();
        });
    }

    /** Returns a boolean. */
    Optional<JsonNode.Bool> bool(Optional<JsonNode.Member> member) {
        return member.flatMap(
                m -> m.value() instanceof JsonNode.Bool b ? Optional.of(b) : wrong(m, m.value(), "`true` or `false`"));
    }

    /** Returns one of the keywords of the format. */
    Optional<JsonNode.Text> word(Optional<JsonNode.Member> member) {
        return member.flatMap(m -> word(member, MetadataFormat.words(full(m.key()))));
    }

    /** Returns one of some keywords. */
    Optional<JsonNode.Text> word(Optional<JsonNode.Member> member, List<String> words) {
        return text(member).filter(t -> {
            if (words.contains(t.value())) {
                return true;
            }
            badWord(full(member.orElseThrow().key()), t, words);
            return false;
        });
    }

    /** Returns the path of one of its keys. */
    String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private List<JsonNode> elements(Optional<JsonNode.Member> member) {
        return member.<List<JsonNode>>flatMap(m -> m.value() instanceof JsonNode.Array a
                        ? Optional.of(a.elements())
                        : wrong(m, m.value(), "a list"))
                .orElse(List.of());
    }

    private Optional<JsonNode.Text> text(JsonNode.Member member, JsonNode value) {
        return value instanceof JsonNode.Text t ? Optional.of(t) : wrong(member, value, "a string");
    }

    private <T> Optional<T> wrong(JsonNode.Member member, JsonNode found, String wanted) {
        findings.add(Finding.of(
                        Code.JSON_TYPE_MISMATCH,
                        found.span(),
                        "`" + full(member.key()) + "` must be " + wanted + ", not " + found.what())
                .why("values of metadata.json are never converted from one type to another")
                .fix(found instanceof JsonNode.Null ? "remove the key, or set it" : "write " + wanted));
        return Optional.empty();
    }

    private void unknown(JsonNode.Member member, List<String> known) {
        Finding finding = Finding.of(
                        Code.UNKNOWN_KEY,
                        member.keySpan(),
                        "unknown key " + member.keySpan().text()
                                + (path.isEmpty() ? " at the top" : " in `" + path + "`"))
                .why("an unknown key would have no effect");
        findings.add(near(member, known)
                .map(near -> finding.fix(near))
                .orElseGet(() -> finding.fix("valid keys: "
                        + known.stream().map(k -> "\"" + k + "\"").collect(Collectors.joining(", ")))));
    }

    /** A key that is not there itself can be the meaning of another one. */
    private Optional<Fix> near(JsonNode.Member member, List<String> known) {
        String key = member.key();
        SortedSet<String> near = Suggestions.nearest(
                key, known.stream().filter(k -> member(k).isEmpty()).toList());
        if (near.size() != 1) {
            return near.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Fix.of("did you mean \"" + String.join("\" or \"", near) + "\"?"));
        }
        misspelled.add(near.first());
        String json = "\"" + near.first() + "\"";
        boolean certain = Suggestions.isObvious(key, near.first());
        return Optional.of(new Fix("write " + json, List.of(new TextEdit(member.keySpan(), json)), certain));
    }

    private void badWord(String full, JsonNode.Text text, List<String> words) {
        String all = words.stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(" or "));
        boolean placeholder = text.value().contains("|")
                && List.of(text.value().split("\\|")).stream().anyMatch(words::contains);
        Finding finding = Finding.of(
                        Code.INVALID_KEYWORD,
                        text.span(),
                        "invalid value " + text.span().text() + " for `" + full + "`")
                .why(
                        placeholder
                                ? "descriptions of the format join alternatives by `|`; a value is exactly one of them"
                                : "valid values are " + all);
        findings.add(
                placeholder
                        ? finding.fix("write one of " + all)
                        : Suggestions.closest(text.value(), words)
                                .map(near -> finding.fix(word(text, near)))
                                .orElseGet(() -> finding.fix("write " + all)));
    }

    private static Fix word(JsonNode.Text text, String near) {
        String json = "\"" + near + "\"";
        return new Fix(
                "write " + json, List.of(new TextEdit(text.span(), json)), Suggestions.isObvious(text.value(), near));
    }
}
