package io.bitbuilder.bbc.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds of the language. */
public final class Schema {
    /** Target of {@code ref workload}: a block of any kind that runs on a host. */
    public static final String WORKLOAD = "workload";

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Map<String, List<Kind>> children = new TreeMap<>();

    /** Makes the schema of these kinds. */
    public Schema(List<Kind> all) {
        all.forEach(k -> kinds.put(k.name(), k));
        for (Kind kind : kinds.values()) {
            children.put(
                    kind.name(),
                    kinds.values().stream()
                            .filter(k -> k.in().contains(kind.name()))
                            .toList());
        }
    }

    /** Returns the kind of that name. */
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** Returns all kinds by name. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** Returns the kinds whose blocks are direct children of blocks of that kind, by name. */
    public List<Kind> children(String kind) {
        return children.getOrDefault(kind, List.of());
    }

    /** Returns the kinds whose blocks a reference may name: the one of that name, or all that are placed on a host. */
    public List<Kind> referred(String name) {
        return name.equals(WORKLOAD)
                ? kinds.values().stream()
                        .filter(k -> k.field("place").isPresent())
                        .toList()
                : kind(name).stream().toList();
    }

    /** Returns the kind of the blocks in a kind under that keyword: a child kind or the element of a keyed member. */
    public Optional<Kind> inside(Kind kind, String word) {
        return kind.keyedBlocks(word)
                .flatMap(m -> kind(m.kind()))
                .or(() -> kind(word).filter(k -> k.in().contains(kind.name())));
    }
}
