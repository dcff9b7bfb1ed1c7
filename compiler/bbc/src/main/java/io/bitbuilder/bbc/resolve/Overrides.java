package io.bitbuilder.bbc.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writers that some writers override: those of lower layers, and those that they use, directly or indirectly. Found by
 * one walk over the uses of a layer, whatever the number of writers.
 */
final class Overrides {
    private final int highest;
    private final Map<Integer, List<Writer>> byLayer = new HashMap<>();
    private final Map<Integer, Set<Writer>> reached = new HashMap<>();

    private Overrides(Stream<Writer> writers) {
        writers.forEach(
                w -> byLayer.computeIfAbsent(w.layer(), l -> new ArrayList<>(1)).add(w));
        this.highest = byLayer.keySet().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
    }

    /** Returns what these writers override. */
    static Overrides of(Stream<Writer> writers) {
        return new Overrides(writers);
    }

    /** Returns whether one of the writers overrides that writer. */
    boolean cut(Writer writer) {
        return highest < writer.layer()
                || byLayer.containsKey(writer.layer())
                        && reached.computeIfAbsent(writer.layer(), l -> used(byLayer.get(l)))
                                .contains(writer);
    }

    private static Set<Writer> used(List<Writer> from) {
        Set<Writer> seen = identitySet();
        Deque<Writer> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Writer used : open.pop().uses()) {
                if (seen.add(used)) {
                    open.push(used);
                }
            }
        }
        return seen;
    }

    /** Returns the puts so that each stands before those whose writers override its own. */
    static List<Merge.Put> sorted(List<Merge.Put> puts) {
        if (puts.size() < 2) {
            return puts;
        }
        Map<Writer, Integer> ranks = ranks(puts);
        return puts.stream()
                .sorted(Comparator.<Merge.Put>comparingInt(p -> -p.by().layer()).thenComparing(p -> ranks.get(p.by())))
                .toList();
    }

    /** Numbers writers in the order in which a walk over their uses leaves them: a used one before its user. */
    private static Map<Writer, Integer> ranks(List<Merge.Put> puts) {
        Map<Writer, Integer> ranks = new IdentityHashMap<>();
        Set<Writer> entered = identitySet();
        Deque<Writer> open = new ArrayDeque<>();
        puts.forEach(p -> open.push(p.by()));
        while (!open.isEmpty()) {
            Writer next = open.peek();
            if (entered.add(next)) {
                next.uses().stream().filter(u -> !entered.contains(u)).forEach(open::push);
            } else {
                open.pop();
                ranks.putIfAbsent(next, ranks.size());
            }
        }
        return ranks;
    }

    private static Set<Writer> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
