package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldRead;
import io.bitbuilder.bbc.resolve.FieldWrite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the fields that expressions compute from a field. */
final class FieldDependents {
    private final BlockIndex blocks;

    FieldDependents(BlockIndex blocks) {
        this.blocks = blocks;
    }

    /**
     * Returns the fields that are computed from a field, the nearest first, each with the names of the fields on the
     * shortest way to it, itself last.
     */
    Map<Subject, List<String>> of(Subject subject) {
        Map<Subject, Set<Subject>> readers = readers(scope(subject));
        Map<Subject, List<String>> found = new LinkedHashMap<>();
        Deque<Subject> open = new ArrayDeque<>(List.of(subject));
        while (!open.isEmpty()) {
            Subject next = open.pop();
            for (Subject reader : readers.getOrDefault(next, Set.of())) {
                if (!reader.equals(subject) && !found.containsKey(reader)) {
                    List<String> way = new ArrayList<>(found.getOrDefault(next, List.of()));
                    way.add(BlockIndex.name(blocks.of(reader)) + "." + reader.field());
                    found.put(reader, List.copyOf(way));
                    open.add(reader);
                }
            }
        }
        return found;
    }

    /** Returns the blocks whose fields can read the field: a tenant's fields are visible in the tenant only. */
    private Stream<Block> scope(Subject subject) {
        Block root = BlockIndex.root(blocks.of(subject));
        return root.kind().equals(BlockIndex.PLATFORM)
                ? Set.copyOf(blocks.roots().values()).stream().flatMap(blocks::within)
                : blocks.within(root);
    }

    private Map<Subject, Set<Subject>> readers(Stream<Block> scope) {
        Map<Subject, Set<Subject>> readers = new HashMap<>();
        scope.forEach(block -> blocks.fields(block)
                .forEach(field -> block.writes(field).stream()
                        .filter(FieldDependents::counts)
                        .flatMap(w -> w.reads().stream())
                        .forEach(read -> readers.computeIfAbsent(subject(read), r -> new LinkedHashSet<>())
                                .add(new Subject(block.kind(), block.path(), field)))));
        return readers;
    }

    private static boolean counts(FieldWrite write) {
        return write.outcome() == FieldWrite.Outcome.WINS || write.outcome() == FieldWrite.Outcome.CONTRIBUTES;
    }

    private static Subject subject(FieldRead read) {
        return new Subject(read.block().kind(), read.block().path(), read.field());
    }
}
