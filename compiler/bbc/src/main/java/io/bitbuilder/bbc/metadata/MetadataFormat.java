package io.bitbuilder.bbc.metadata;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Members of {@code metadata.json} format 1.0: one list for the reader, its advice and the JSON Schema. */
public final class MetadataFormat {
    private static final String TABLE = "stdlib/metadata.tsv";
    private static final int COLUMNS = 5;
    private static final String WORDS = "words:";

    /**
     * Member of an object.
     *
     * @param path from the top, {@code resources.cpu.cores}; members of a list's elements are below the list
     * @param shape word for its values: {@code object}, {@code objects}, {@code size}, {@code words:a,b}
     * @param field kind and field that it sets, {@code container.cpu.cores}; empty if there is not exactly one
     * @param description what it is; empty for that of the field
     */
    public record Member(
            String path, boolean required, String shape, Optional<String> field, Optional<String> description) {
        /** Returns the last part of the path. */
        public String key() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        /** Returns the values of a member of words; none of others. */
        public List<String> words() {
            return shape.startsWith(WORDS)
                    ? List.of(shape.substring(WORDS.length()).split(","))
                    : List.of();
        }

        private String parent() {
            return path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
    }

    private static final List<Member> ALL = read();
    private static final Map<String, Member> BY_PATH =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Member::path, Function.identity()));
    private static final Map<String, List<Member>> BY_PARENT =
            ALL.stream().collect(Collectors.groupingBy(Member::parent));

    private MetadataFormat() {}

    /** Returns the members of the object at a path, in the order of the format; the root's path is empty. */
    public static List<Member> members(String path) {
        return BY_PARENT.getOrDefault(path, List.of());
    }

    /** Returns the word for the values of the member at a path. */
    public static String shape(String path) {
        return Optional.ofNullable(BY_PATH.get(path))
                .map(Member::shape)
                .orElseThrow(() -> new InternalFault(TABLE + " has no " + path));
    }

    /** Returns the members that set a field of a kind, by the field's path in it. */
    public static Map<String, Member> byField(String kind) {
        String prefix = kind + ".";
        return ALL.stream()
                .filter(member ->
                        member.field().filter(f -> f.startsWith(prefix)).isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        member -> member.field().orElseThrow().substring(prefix.length()), Function.identity()));
    }

    /** Returns the keys of the object at a path; elements of lists have the path of their list. */
    static List<String> keys(String path) {
        return members(plain(path)).stream().map(Member::key).toList();
    }

    /** Returns the values of the member of words at a path. */
    static List<String> words(String path) {
        return Optional.ofNullable(BY_PATH.get(plain(path)))
                .map(Member::words)
                .orElseThrow(() -> new InternalFault(TABLE + " has no words for " + path));
    }

    private static String plain(String path) {
        return path.replaceAll("\\[[0-9]+\\]", "");
    }

    private static List<Member> read() {
        try (InputStream in = MetadataFormat.class.getClassLoader().getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new InternalFault(TABLE + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(MetadataFormat::member)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Member member(String line) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != COLUMNS) {
            throw new InternalFault(TABLE + " has a row of " + row.size() + " columns: " + line);
        }
        return new Member(row.get(0), row.get(1).equals("yes"), row.get(2), filled(row.get(3)), filled(row.get(4)));
    }

    private static Optional<String> filled(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }
}
