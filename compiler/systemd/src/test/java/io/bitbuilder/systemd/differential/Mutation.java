package io.bitbuilder.systemd.differential;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A change to a file of sections and assignments, such as people and broken programs make.
 *
 * @param name for people
 * @param apply changes the draft
 */
record Mutation(String name, Consumer<EditableFile> apply) {
    private static final List<String> SECTIONS = List.of(
            "Unit",
            "Service",
            "Install",
            "Match",
            "Network",
            "Link",
            "NetDev",
            "Exec",
            "X-Own",
            "Foo",
            "unit",
            "",
            " Unit ",
            "Service\"",
            "A B",
            "DHCP");
    private static final List<String> ASSIGNED = List.of(
            "Foo=1",
            "X-Foo=1",
            "Description=a",
            "=1",
            "Foo",
            "Foo =1",
            " = ",
            "foo bar=1",
            "Name=a",
            "A=",
            "-Foo=1",
            "X-=1",
            "Documentation=man:a(1)",
            "[Foo]x",
            "]",
            "==",
            "\"Foo\"=1");

    /** All of them, by name. */
    static final List<Mutation> ALL = all();

    /** Those that make sense in files with one entry a line. */
    static final List<Mutation> OF_LINES = all().stream()
            .filter(mutation -> mutation.name().startsWith("line:"))
            .toList();

    private static List<Mutation> all() {
        Map<String, Consumer<EditableFile>> all = new TreeMap<>();
        keys(all);
        values(all);
        headers(all);
        lines(all);
        bytes(all);
        return all.entrySet().stream()
                .map(entry -> new Mutation(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void keys(Map<String, Consumer<EditableFile>> all) {
        all.put("key: typo", onKey((draft, key) -> draft.typo(key)));
        all.put("key: case", onKey((draft, key) -> draft.otherCase(key)));
        all.put("key: X-", onKey((draft, key) -> "X-" + key));
        all.put("key: blank", onKey((draft, key) -> ""));
        all.put("key: blanks round it", onKey((draft, key) -> " " + key + "\t "));
        all.put(
                "key: of another line",
                draft -> draft.assignment()
                        .ifPresent(
                                a -> draft.assignment().ifPresent(b -> draft.assign(a, draft.key(b), draft.value(a)))));
        all.put(
                "key: without =",
                draft -> draft.assignment().ifPresent(n -> draft.lines().set(n, draft.key(n))));
        all.put(
                "key: : for =",
                draft -> draft.assignment()
                        .ifPresent(n -> draft.lines()
                                .set(n, draft.key(n) + ":" + draft.value(n).replace("=", ""))));
    }

    private static void values(Map<String, Consumer<EditableFile>> all) {
        all.put(
                "value: of another line",
                draft -> draft.assignment()
                        .ifPresent(
                                a -> draft.assignment().ifPresent(b -> draft.assign(a, draft.key(a), draft.value(b)))));
        all.put("value: empty", onValue((draft, value) -> ""));
        all.put("value: twice", onValue((draft, value) -> value + " " + value));
        all.put("value: typo", onValue((draft, value) -> draft.typo(value)));
        all.put("value: case", onValue((draft, value) -> draft.otherCase(value)));
        all.put("value: comment after", onValue((draft, value) -> value + " # why"));
        all.put(
                "value: quoted",
                onValue((draft, value) -> draft.pick(List.of("\"%s\"", "'%s'", "\"%s", "%s\"", "'%s"))
                        .replace("%s", value)));
        all.put(
                "value: escape",
                onValue((draft, value) ->
                        value + draft.pick(List.of("\\x41", "\\q", "\\\\", "\\n", "\\101", "\\u00e4", "\\x4", "\\"))));
        all.put(
                "value: specifier",
                onValue((draft, value) -> value + draft.pick(List.of("%i", "%n", "%%", "%", "%z", "%H", "%m", "%"))));
        all.put(
                "value: suffix",
                onValue((draft, value) -> value
                        + draft.pick(List.of("s", "K", "G", "%", "ms", "x", "B", "iB", "0", "-", ",", ";", ":", "/"))));
        all.put(
                "value: prefix",
                onValue((draft, value) ->
                        draft.pick(List.of("-", "+", "!", "~", "@", "0", " ", ":", "|", "/", ".", ",")) + value));
        all.put(
                "value: number",
                onValue((draft, value) -> draft.pick(List.of(
                        "0",
                        "1",
                        "-1",
                        "65535",
                        "65536",
                        "4294967295",
                        "4294967296",
                        "18446744073709551616",
                        "0x10",
                        "010",
                        "1.5",
                        "1e3"))));
        all.put(
                "value: non-ASCII",
                onValue((draft, value) ->
                        value + TestResource.bytes(draft.pick(List.of("ü", "日本", "\u00a0", "\u200b", "😀")))));
        all.put(
                "value: long",
                onValue((draft, value) -> value + "a".repeat(draft.pick(List.of(16, 64, 256, 2100, 5000)))));
        all.put(
                "value: word more",
                onValue((draft, value) -> value + " " + draft.pick(List.of("foo", "yes", "1", "/srv", "a:b", "\"\""))));
        all.put(
                "value: without last",
                onValue((draft, value) -> value.isEmpty() ? value : value.substring(0, value.length() - 1)));
    }

    private static void headers(Map<String, Consumer<EditableFile>> all) {
        all.put("header: another", onHeader((draft, header) -> "[" + draft.pick(SECTIONS) + "]"));
        all.put(
                "header: typo",
                onHeader((draft, header) -> header.length() < 4
                        ? header
                        : "[" + draft.typo(header.substring(1, header.length() - 1)) + "]"));
        all.put("header: case", onHeader((draft, header) -> draft.otherCase(header)));
        all.put("header: X-", onHeader((draft, header) -> header.replace("[", "[X-")));
        all.put("header: without ]", onHeader((draft, header) -> header.replace("]", "")));
        all.put(
                "header: text after",
                onHeader((draft, header) -> header + draft.pick(List.of(" # why", " ", "x", "]", "\t", ";"))));
        all.put(
                "header: gone",
                draft -> draft.header().ifPresent(n -> draft.lines().remove((int) n)));
        all.put(
                "header: one more",
                draft -> draft.any().ifPresent(n -> draft.lines().add(n, "[" + draft.pick(SECTIONS) + "]")));
        all.put(
                "header: section twice",
                draft -> draft.header().ifPresent(n -> {
                    List<String> section = List.copyOf(draft.lines().subList(n, draft.endOfSection(n)));
                    draft.lines().addAll(section);
                }));
        all.put(
                "header: section gone",
                draft -> draft.header()
                        .ifPresent(n ->
                                draft.lines().subList(n, draft.endOfSection(n)).clear()));
        all.put(
                "header: section last",
                draft -> draft.header().ifPresent(n -> {
                    List<String> section = List.copyOf(draft.lines().subList(n, draft.endOfSection(n)));
                    draft.lines().subList(n, draft.endOfSection(n)).clear();
                    draft.lines().addAll(section);
                }));
        all.put(
                "header: repeated",
                draft -> draft.header()
                        .ifPresent(n -> draft.any()
                                .ifPresent(at ->
                                        draft.lines().add(at, draft.lines().get(n)))));
    }

    private static void lines(Map<String, Consumer<EditableFile>> all) {
        all.put("line: gone", draft -> draft.any().ifPresent(n -> draft.lines().remove((int) n)));
        all.put(
                "line: twice",
                draft -> draft.any()
                        .ifPresent(n -> draft.lines().add(n, draft.lines().get(n))));
        all.put(
                "line: swapped",
                draft -> draft.any().ifPresent(a -> draft.any().ifPresent(b -> Collections.swap(draft.lines(), a, b))));
        all.put(
                "line: one more",
                draft -> draft.any().ifPresent(n -> draft.lines().add(n, draft.pick(ASSIGNED))));
        all.put("line: one more at the end", draft -> draft.lines().add(draft.pick(ASSIGNED)));
        all.put("line: continued", onLine(line -> line + "\\"));
        all.put(
                "line: continued in the middle",
                draft -> draft.any().ifPresent(n -> {
                    String line = draft.lines().get(n);
                    int at = draft.random().nextInt(line.length() + 1);
                    draft.lines().set(n, line.substring(0, at) + " \\");
                    draft.lines().add(n + 1, draft.pick(List.of("", "  ", "\t")) + line.substring(at));
                }));
        all.put(
                "line: comment in a continued one",
                draft -> draft.any().ifPresent(n -> {
                    draft.lines().set(n, draft.lines().get(n) + " \\");
                    draft.lines().add(n + 1, draft.pick(List.of("# a", "; a \\", "  # a", "", "#")));
                }));
        all.put("line: two backslashes", onLine(line -> line + "\\\\"));
        all.put(
                "line: commented out",
                draft -> draft.any()
                        .ifPresent(n -> draft.lines()
                                .set(
                                        n,
                                        draft.pick(List.of("#", ";", "# ", "//", " #"))
                                                + draft.lines().get(n))));
        all.put(
                "line: indented",
                draft -> draft.any()
                        .ifPresent(n -> draft.lines()
                                .set(
                                        n,
                                        draft.pick(List.of(" ", "\t", "\f", "\u000b"))
                                                + draft.lines().get(n))));
        all.put("line: trailing blanks", onLine(line -> line + " \t "));
        all.put(
                "line: typo",
                draft -> draft.any()
                        .ifPresent(n ->
                                draft.lines().set(n, draft.typo(draft.lines().get(n)))));
        all.put("line: very long", onLine(line -> line + " " + "x".repeat(70_000)));
    }

    private static void bytes(Map<String, Consumer<EditableFile>> all) {
        all.put("line: NUL", insert("\0"));
        all.put("line: CR", insert("\r"));
        all.put("line: control character", insert("\u0001"));
        all.put("line: not UTF-8", insert("\u00ff"));
        all.put("line: cut UTF-8", insert("\u00c3"));
        all.put(
                "line: byte order mark",
                draft -> draft.any()
                        .ifPresent(n -> draft.lines()
                                .set(n, "\u00ef\u00bb\u00bf" + draft.lines().get(n))));
        all.put(
                "line: byte order mark first",
                draft -> draft.lines()
                        .set(0, "\u00ef\u00bb\u00bf" + draft.lines().getFirst()));
        all.put("line: CR LF", draft -> draft.lineEnd("\r\n"));
        all.put("line: CR alone", draft -> draft.lineEnd("\r"));
        all.put("line: LF CR", draft -> draft.lineEnd("\n\r"));
        all.put("line: end without a line end", EditableFile::endOpen);
        all.put("line: backslash at the end", draft -> {
            draft.endOpen();
            draft.lines().add("Foo=1 \\");
        });
    }

    private static Consumer<EditableFile> insert(String text) {
        return draft -> draft.any().ifPresent(n -> {
            String line = draft.lines().get(n);
            int at = draft.random().nextInt(line.length() + 1);
            draft.lines().set(n, line.substring(0, at) + text + line.substring(at));
        });
    }

    private static Consumer<EditableFile> onLine(Function<String, String> change) {
        return draft -> draft.any()
                .ifPresent(n -> draft.lines().set(n, change.apply(draft.lines().get(n))));
    }

    private static Consumer<EditableFile> onKey(Change change) {
        return draft ->
                draft.assignment().ifPresent(n -> draft.assign(n, change.of(draft, draft.key(n)), draft.value(n)));
    }

    private static Consumer<EditableFile> onValue(Change change) {
        return draft ->
                draft.assignment().ifPresent(n -> draft.assign(n, draft.key(n), change.of(draft, draft.value(n))));
    }

    private static Consumer<EditableFile> onHeader(Change change) {
        return draft -> draft.header()
                .ifPresent(n ->
                        draft.lines().set(n, change.of(draft, draft.lines().get(n))));
    }

    private interface Change {
        String of(EditableFile draft, String text);
    }

    /** Applies it, unless nothing of the file is left to change. */
    Optional<String> to(EditableFile draft) {
        if (draft.lines().isEmpty()) {
            return Optional.empty();
        }
        apply.accept(draft);
        return Optional.of(name);
    }
}
