package io.bitbuilder.bbc.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds of the language. */
public final class Schema {
    /** What {@code ref workload} names: a block of any kind that runs on a host. */
    public static final String WORKLOAD = "workload";

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Map<String, List<Kind>> children = new TreeMap<>();

    /** These kinds. */
    public Schema(List<Kind> all) {
        all.forEach(k -> kinds.put(k.name(), k));
        for (Kind kind : kinds.values()) {
            children.put(kind.name(), kinds.values().stream().filter(k -> k.in().contains(kind.name())).toList());
        }
    }

    /** The kind of that name. */
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** All kinds by name. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** The kinds whose blocks stand directly in blocks of that kind, by name. */
    public List<Kind> children(String kind) {
        return children.getOrDefault(kind, List.of());
    }

    /** The kinds whose blocks a reference may name: the one of that name, or all that are placed on a host. */
    public List<Kind> referred(String name) {
        return name.equals(WORKLOAD)
                ? kinds.values().stream().filter(k -> k.field("place").isPresent()).toList()
                : kind(name).stream().toList();
    }

    /** The kind of the blocks that stand in a kind under that word: a child kind or the element of a keyed member. */
    public Optional<Kind> inside(Kind kind, String word) {
        return kind.many(word).flatMap(m -> kind(m.kind())).or(() -> kind(word).filter(k -> k.in().contains(kind.name())));
    }
}
