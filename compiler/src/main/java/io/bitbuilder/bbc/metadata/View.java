package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Object of the format with its known keys, each read as its expected type. A missing or mistyped value
 * is reported and counts as absent.
 */
final class View {
    private final Findings findings;
    private final String path;
    private final Json.Object object;

    /** Makes the view of an object at a path such as {@code resources.cpu}; the root's path is empty. */
    View(Findings findings, String path, Json.Object object, List<String> known) {
        this.findings = findings;
        this.path = path;
        this.object = object;
        for (Json.Member member : object.members()) {
            if (!known.contains(member.key())) {
                unknown(member, known);
            }
        }
    }

    /** Returns the object itself. */
    Json.Object object() {
        return object;
    }

    /** Returns a member of any type. */
    Optional<Json.Member> member(String key) {
        return object.members().stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** Returns a required member; reports it when it is missing. */
    Optional<Json.Member> required(String key) {
        Optional<Json.Member> member = member(key);
        if (member.isEmpty()) {
            findings.add(Finding.of(Code.JSN006, object.span(), "missing key `" + full(key) + "`")
                    .why("format 1.0 requires it")
                    .fix("add \"" + key + "\" to " + (path.isEmpty() ? "the object of the file" : "`" + path + "`")));
        }
        return member;
    }

    /** Returns an object. */
    Optional<View> view(Optional<Json.Member> member, List<String> known) {
        return member.flatMap(m -> m.value() instanceof Json.Object o
                ? Optional.of(new View(findings, full(m.key()), o, known))
                : wrong(m, m.value(), "an object"));
    }

    /** Returns a string. */
    Optional<Json.Text> text(Optional<Json.Member> member) {
        return member.flatMap(m -> text(m, m.value()));
    }

    /** Returns a list of strings; elements of another type are reported and omitted. */
    List<Json.Text> texts(Optional<Json.Member> member) {
        List<Json.Text> texts = new ArrayList<>();
        elements(member).forEach(e -> text(member.orElseThrow(), e).ifPresent(texts::add));
        return texts;
    }

    /** Returns a list of objects. */
    List<View> views(Optional<Json.Member> member, List<String> known) {
        List<View> views = new ArrayList<>();
        List<Json> elements = elements(member);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Json.Object o) {
                views.add(new View(findings, full(member.orElseThrow().key()) + "[" + i + "]", o, known));
            } else {
                wrong(member.orElseThrow(), elements.get(i), "a list of objects");
            }
        }
        return views;
    }

    /** Returns an integer; checks its digits only. */
    Optional<Json.Number> integer(Optional<Json.Member> member) {
        return member.flatMap(m -> {
            if (!(m.value() instanceof Json.Number number)) {
                return wrong(m, m.value(), "an integer");
            }
            String text = number.text();
            boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9') && (text.length() == 1 || text.charAt(0) != '0') && text.length() <= 19;
            if (!whole) {
                findings.add(Finding.of(Code.JSN007, number.span(), "invalid integer `" + text + "` for `" + full(m.key()) + "`")
                        .why("integers have at most 19 decimal digits, without sign, fraction or exponent")
                        .fix("write a number such as 4"));
            }
            return whole ? Optional.of(number) : Optional.empty();
        });
    }

    /** Returns a boolean. */
    Optional<Json.Bool> bool(Optional<Json.Member> member) {
        return member.flatMap(m -> m.value() instanceof Json.Bool b ? Optional.of(b) : wrong(m, m.value(), "`true` or `false`"));
    }

    /** Returns one of some keywords. */
    Optional<Json.Text> word(Optional<Json.Member> member, List<String> words) {
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

    private List<Json> elements(Optional<Json.Member> member) {
        return member.<List<Json>>flatMap(m -> m.value() instanceof Json.Array a ? Optional.of(a.elements()) : wrong(m, m.value(), "a list"))
                .orElse(List.of());
    }

    private Optional<Json.Text> text(Json.Member member, Json value) {
        return value instanceof Json.Text t ? Optional.of(t) : wrong(member, value, "a string");
    }

    private <T> Optional<T> wrong(Json.Member member, Json found, String wanted) {
        findings.add(Finding.of(Code.JSN004, found.span(), "`" + full(member.key()) + "` must be " + wanted + ", not " + found.what())
                .why("values of metadata.json are never converted from one type to another")
                .fix(found instanceof Json.Null ? "leave the key out, or give it a value" : "write " + wanted));
        return Optional.empty();
    }

    private void unknown(Json.Member member, List<String> known) {
        Finding finding = Finding.of(Code.JSN003, member.keySpan(), "unknown key " + member.keySpan().text() + (path.isEmpty() ? " at the top" : " in `" + path + "`"))
                .why("an unknown key would have no effect");
        findings.add(Suggest.closest(member.key(), known)
                .map(near -> finding.fix("did you mean \"" + near + "\"?"))
                .orElseGet(() -> finding.fix("valid keys: " +  known.stream().map(k -> "\"" + k + "\"").collect(Collectors.joining(", ")))));
    }

    private void badWord(String full, Json.Text text, List<String> words) {
        String all = words.stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(" or "));
        boolean placeholder = text.value().contains("|") && List.of(text.value().split("\\|")).stream().anyMatch(words::contains);
        Finding finding = Finding.of(Code.JSN005, text.span(), "invalid value " + text.span().text() + " for `" + full + "`")
                .why(placeholder ? "descriptions of the format join alternatives by `|`; a value is exactly one of them" : "valid values are " + all);
        findings.add(placeholder
                ? finding.fix("write one of " + all)
                : Suggest.closest(text.value(), words).map(near -> finding.fix("did you mean \"" + near + "\"?")).orElseGet(() -> finding.fix("write " + all)));
    }
}
