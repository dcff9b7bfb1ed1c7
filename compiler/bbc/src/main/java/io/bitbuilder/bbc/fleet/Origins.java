package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.eval.EntryPlace;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Origins of a block and its fields. Fields are named as in the language, nested ones with dots: {@code memory.limit}.
 * A path that the block's kind does not have is a fault of the caller, never a silent fallback.
 *
 * @param block the block itself, where it was opened first
 * @param paths paths of all fields of the block's kind
 * @param fields for each field that is written, where the value that won was written
 * @param entries places of the entries of maps by field and name, and of the elements of lists and sets by field and
 *     text
 * @param settings directives that fields of the block are, in the order of its kind
 */
public record Origins(
        Origin block,
        Set<String> paths,
        Map<String, Span> fields,
        Map<String, Map<String, EntryPlace>> entries,
        List<Setting> settings) {
    /** Copies, and checks that the kind has every written field. */
    public Origins {
        paths = Set.copyOf(paths);
        fields = Map.copyOf(fields);
        entries = Map.copyOf(entries);
        settings = List.copyOf(settings);
        for (String field : fields.keySet()) {
            require(paths, field);
        }
    }

    /** Creates the origins of a block without fields that are directives. */
    public Origins(Origin block, Set<String> paths, Map<String, Span> fields) {
        this(block, paths, fields, Map.of(), List.of());
    }

    /**
     * Returns the origin of a field, at the place of the block when the field is not written.
     *
     * @throws InternalFault if the kind has no such field
     */
    public Origin of(String field) {
        return new Origin(span(field), block.subject().of(field));
    }

    /**
     * Returns the place of a field, or that of the block when the field is not written.
     *
     * @throws InternalFault if the kind has no such field
     */
    public Span span(String field) {
        require(paths, field);
        return fields.getOrDefault(field, block.span());
    }

    /**
     * Returns the place of an element of a list or a set, or of the value of an entry of a map. An element that the
     * winning expression does not write itself, such as one of a {@code let}, is at the place of the field.
     *
     * @param part the name of the entry, or an element with its text in the language
     */
    public Span span(String field, Object part) {
        return entry(field, part).map(EntryPlace::value).orElseGet(() -> span(field));
    }

    /** Returns the place of the name of an entry of a map, or that of the field. */
    public Span key(String field, String name) {
        return entry(field, name).map(EntryPlace::key).orElseGet(() -> span(field));
    }

    /** Returns the origin of an element of a list or a set. */
    public Origin of(String field, Object part) {
        return of(field).at(span(field, part));
    }

    private Optional<EntryPlace> entry(String field, Object part) {
        require(paths, field);
        return Optional.ofNullable(entries.getOrDefault(field, Map.of()).get(part.toString()));
    }

    private static void require(Set<String> paths, String field) {
        if (!paths.contains(field)) {
            throw new InternalFault("unknown field path '" + field + "'");
        }
    }
}
