package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Kinds of blocks that a policy can judge, by the keyword of the block: {@code container}, {@code publish}. */
final class SubjectKinds {
    private final Schema schema;
    private final TreeMap<String, Map<String, Kind>> byWord = new TreeMap<>();
    private final Map<String, SortedMap<String, Kind>> inside = new HashMap<>();
    private final Map<String, Set<String>> around = new HashMap<>();

    SubjectKinds(Schema schema) {
        this.schema = schema;
        for (String root : List.of("platform", "tenant")) {
            Kind kind = schema.kind(root).orElseThrow();
            byWord.put(root, Map.of(root, kind));
            around.put(root, Set.of(root));
            walk(kind);
        }
        Map<String, Kind> workloads = new LinkedHashMap<>();
        schema.referred(Schema.WORKLOAD).forEach(kind -> workloads.put(kind.name(), kind));
        byWord.put(Schema.WORKLOAD, workloads);
    }

    private void walk(Kind kind) {
        SortedMap<String, Kind> children = new TreeMap<>();
        schema.children(kind.name()).forEach(child -> children.put(child.name(), child));
        kind.members().members().values().forEach(member -> {
            if (member instanceof KeyedBlocks keyed) {
                children.put(keyed.name(), schema.kind(keyed.kind()).orElseThrow());
            }
        });
        inside.put(kind.name(), children);
        children.forEach((word, child) -> {
            byWord.computeIfAbsent(word, w -> new LinkedHashMap<>()).put(child.name(), child);
            Set<String> outer = around.computeIfAbsent(child.name(), k -> new TreeSet<>());
            outer.add(child.name());
            if (outer.addAll(around.get(kind.name())) || !inside.containsKey(child.name())) {
                walk(child);
            }
        });
    }

    /** Returns the keywords of all blocks, and {@code workload} for all that run on a host. */
    Set<String> words() {
        return Collections.unmodifiableSet(byWord.keySet());
    }

    /** Returns the kinds of the blocks of a keyword; empty for an unknown one. */
    List<Kind> of(String word) {
        return List.copyOf(byWord.getOrDefault(word, Map.of()).values());
    }

    /** Returns the kinds of the blocks directly in a block, by their keywords. */
    SortedMap<String, Kind> in(Kind kind) {
        return inside.get(kind.name());
    }

    /** Returns whether blocks of a kind are, or are within, a block of another. */
    boolean isWithin(Kind kind, String outer) {
        return around.get(kind.name()).contains(outer);
    }

    /** Returns whether blocks of a kind run on a host. */
    boolean isWorkload(String kind) {
        return byWord.get(Schema.WORKLOAD).containsKey(kind);
    }

    /** Returns the names after the dot of a block: its members, the blocks in it, and what is implied. */
    Set<String> names(Kind kind) {
        Set<String> names = new TreeSet<>(kind.members().members().keySet());
        names.addAll(in(kind).keySet());
        ImpliedName.of(this, kind).forEach(name -> names.add(name.word()));
        return names;
    }

    /** Returns whether blocks of a kind are workloads, or within one. */
    boolean isPlaced(Kind kind) {
        return byWord.get(Schema.WORKLOAD).keySet().stream().anyMatch(workload -> isWithin(kind, workload));
    }

    Schema schema() {
        return schema;
    }
}
