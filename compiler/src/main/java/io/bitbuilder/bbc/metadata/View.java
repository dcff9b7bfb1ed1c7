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
 * An object of the format: the keys that it may have are known, and each is asked for as what it must be. What is asked for
 * and is not so has a finding and counts as absent.
 */
final class View {
    private final Findings findings;
    private final String path;
    private final Json.Object object;

    /** The object at a path such as {@code resources.cpu}; the root's path is empty. */
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

    /** The object itself. */
    Json.Object object() {
        return object;
    }

    /** A member, whatever it is. */
    Optional<Json.Member> member(String key) {
        return object.members().stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** A member that must be there; a finding when it is not. */
    Optional<Json.Member> required(String key) {
        Optional<Json.Member> member = member(key);
        if (member.isEmpty()) {
            findings.add(Finding.of(Code.JSN006, object.span(), "`" + full(key) + "` is missing")
                    .why("format 1.0 demands it")
                    .fix("add \"" + key + "\" to " + (path.isEmpty() ? "the object of the file" : "`" + path + "`")));
        }
        return member;
    }

    /** An object. */
    Optional<View> view(Optional<Json.Member> member, List<String> known) {
        return member.flatMap(m -> m.value() instanceof Json.Object o
                ? Optional.of(new View(findings, full(m.key()), o, known))
                : wrong(m, m.value(), "an object"));
    }

    /** A text. */
    Optional<Json.Text> text(Optional<Json.Member> member) {
        return member.flatMap(m -> text(m, m.value()));
    }

    /** A list of texts; elements of another type have findings and are left out. */
    List<Json.Text> texts(Optional<Json.Member> member) {
        List<Json.Text> texts = new ArrayList<>();
        elements(member).forEach(e -> text(member.orElseThrow(), e).ifPresent(texts::add));
        return texts;
    }

    /** A list of objects. */
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

    /** A whole number, its digits checked and nothing else. */
    Optional<Json.Number> integer(Optional<Json.Member> member) {
        return member.flatMap(m -> {
            if (!(m.value() instanceof Json.Number number)) {
                return wrong(m, m.value(), "a whole number");
            }
            String text = number.text();
            boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9') && (text.length() == 1 || text.charAt(0) != '0') && text.length() <= 19;
            if (!whole) {
                findings.add(Finding.of(Code.JSN007, number.span(), "`" + text + "` is no whole number for `" + full(m.key()) + "`")
                        .why("numbers here are written in at most 19 decimal digits, without sign, fraction or exponent")
                        .fix("write a number such as 4"));
            }
            return whole ? Optional.of(number) : Optional.empty();
        });
    }

    /** True or false. */
    Optional<Json.Bool> bool(Optional<Json.Member> member) {
        return member.flatMap(m -> m.value() instanceof Json.Bool b ? Optional.of(b) : wrong(m, m.value(), "`true` or `false`"));
    }

    /** One of some words. */
    Optional<Json.Text> word(Optional<Json.Member> member, List<String> words) {
        return text(member).filter(t -> {
            if (words.contains(t.value())) {
                return true;
            }
            badWord(full(member.orElseThrow().key()), t, words);
            return false;
        });
    }

    /** The path of one of its keys. */
    String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private List<Json> elements(Optional<Json.Member> member) {
        return member.<List<Json>>flatMap(m -> m.value() instanceof Json.Array a ? Optional.of(a.elements()) : wrong(m, m.value(), "a list"))
                .orElse(List.of());
    }

    private Optional<Json.Text> text(Json.Member member, Json value) {
        return value instanceof Json.Text t ? Optional.of(t) : wrong(member, value, "a text");
    }

    private <T> Optional<T> wrong(Json.Member member, Json found, String wanted) {
        findings.add(Finding.of(Code.JSN004, found.span(), "`" + full(member.key()) + "` must be " + wanted + ", not " + found.what())
                .why("values of metadata.json are never converted from one type to another")
                .fix(found instanceof Json.Null ? "leave the key out, or give it a value" : "write " + wanted));
        return Optional.empty();
    }

    private void unknown(Json.Member member, List<String> known) {
        Finding finding = Finding.of(Code.JSN003, member.keySpan(), "format 1.0 has no key " + member.keySpan().text() + (path.isEmpty() ? " at the top" : " in `" + path + "`"))
                .why("a key that is not read would have no effect");
        findings.add(Suggest.closest(member.key(), known)
                .map(near -> finding.fix("did you mean \"" + near + "\"?"))
                .orElseGet(() -> finding.fix("keys here are " + known.stream().map(k -> "\"" + k + "\"").collect(Collectors.joining(", ")))));
    }

    private void badWord(String full, Json.Text text, List<String> words) {
        String all = words.stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(" or "));
        boolean placeholder = text.value().contains("|") && List.of(text.value().split("\\|")).stream().anyMatch(words::contains);
        Finding finding = Finding.of(Code.JSN005, text.span(), "`" + full + "` cannot be " + text.span().text())
                .why(placeholder ? "words joined by `|` in a description of the format mean one of them" : "the words of `" + full + "` are " + all);
        findings.add(placeholder
                ? finding.fix("write one of them: " + all)
                : Suggest.closest(text.value(), words).map(near -> finding.fix("did you mean \"" + near + "\"?")).orElseGet(() -> finding.fix("write " + all)));
    }
}
