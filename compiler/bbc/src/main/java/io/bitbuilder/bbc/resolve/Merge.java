package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EntryPlace;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The merge rule. An {@code =} removes the writes that its writer overrides; the remaining ones must agree; the result
 * is that value with all remaining {@code +=}. The result is a function of the set of writes and their precedence;
 * order has no meaning.
 */
final class Merge {
    /** Order of equal writers: the upper layer first, then by place. */
    static final Comparator<Put> ORDER =
            Comparator.comparingInt((Put p) -> p.by.layer()).thenComparing(Put::span);

    private Merge() {}

    /** Category of the merged value. */
    enum Shape {
        SINGLE,
        LIST,
        SET,
        MAP
    }

    /**
     * Write; with a key it sets one entry of a map.
     *
     * @param places places of the elements and entries that it writes
     */
    record Put(
            Writer by,
            boolean add,
            boolean isFinal,
            Supplier<Value> value,
            Span span,
            Optional<String> key,
            Supplier<Map<String, EntryPlace>> places) {
        /** Returns the write of one entry of its value. */
        Put entry(String name, Value entry) {
            EntryPlace place = places.get().get(name);
            Span at = place == null ? span : place.value();
            return new Put(by, false, false, () -> entry, at, Optional.of(name), places);
        }
    }

    /** Reason why a merge has no result. */
    sealed interface Clash {
        /** Two writers of equal precedence with different values. */
        record Disagree(Put first, Value one, Put second, Value other) implements Clash {}

        /** One writer wrote duplicate. */
        record Duplicate(Put first, Put second) implements Clash {}

        /** The result differs from a final write. */
        record Final(Put held, Value result, Optional<Put> winner) implements Clash {}
    }

    /** Result, the winner, and the overridden writes; with a clash the value is an error. */
    record Outcome(Value value, Optional<Put> winner, List<Put> overridden, Optional<Clash> clash) {
        private static Outcome clash(Clash clash) {
            return new Outcome(Value.ERROR, Optional.empty(), List.of(), Optional.of(clash));
        }

        private static Outcome of(Value value, Optional<Put> winner, List<Put> overridden) {
            return new Outcome(value, winner, overridden, Optional.empty());
        }
    }

    /** Merges the writes of one field; without any, the result is the fallback. */
    static Outcome of(Shape shape, List<Put> puts, Supplier<Value> fallback) {
        if (puts.isEmpty()) {
            return Outcome.of(fallback.get(), Optional.empty(), List.of());
        }
        Outcome outcome = shape == Shape.MAP ? map(puts, fallback) : plain(shape, puts, fallback);
        return outcome.clash.isPresent() ? outcome : checkFinals(puts, outcome);
    }

    private static Outcome plain(Shape shape, List<Put> puts, Supplier<Value> fallback) {
        List<Put> sets = puts.stream().filter(p -> !p.add).toList();
        Outcome base = agreed(sets, fallback);
        if (base.clash.isPresent() || shape == Shape.SINGLE) {
            return base;
        }
        List<Put> adds = puts.stream().filter(Put::add).toList();
        List<Put> remaining = notOverridden(adds, sets);
        List<Put> overridden = Stream.concat(base.overridden.stream(), without(adds, remaining).stream())
                .toList();
        if (shape == Shape.LIST) {
            remaining = Overrides.sorted(remaining);
            Optional<Clash> clash = unordered(remaining);
            if (clash.isPresent()) {
                return Outcome.clash(clash.get());
            }
        }
        Optional<Put> winner = base.winner.isPresent() ? base.winner : first(remaining);
        return Outcome.of(joined(shape, base.value, remaining), winner, overridden);
    }

    /** Returns the value of the remaining {@code =}. */
    private static Outcome agreed(List<Put> sets, Supplier<Value> fallback) {
        Optional<Clash> duplicate = duplicate(sets);
        if (duplicate.isPresent()) {
            return Outcome.clash(duplicate.get());
        }
        List<Put> top = notOverridden(sets, sets);
        if (top.isEmpty()) {
            return Outcome.of(fallback.get(), Optional.empty(), List.of());
        }
        Put winner = first(top).orElseThrow();
        Value value = winner.value.get();
        for (Put other : top) {
            Value theirs = other == winner ? value : other.value.get();
            if (ValueFormatter.isOpen(value) || ValueFormatter.isOpen(theirs)) {
                value = ValueFormatter.isOpen(value) ? ValueFormatter.firstOpen(value, theirs) : theirs;
            } else if (!value.equals(theirs)) {
                return Outcome.clash(new Clash.Disagree(winner, value, other, theirs));
            }
        }
        return Outcome.of(value, Optional.of(winner), without(sets, top));
    }

    private static List<Put> notOverridden(List<Put> puts, List<Put> overriding) {
        if (puts.size() == 1 && overriding == puts) {
            return puts;
        }
        Overrides overrides = Overrides.of(overriding.stream().map(Put::by));
        return puts.stream().filter(p -> !overrides.cut(p.by)).toList();
    }

    /** Returns the puts that are not in the other list, by identity. */
    private static List<Put> without(List<Put> puts, List<Put> others) {
        Set<Put> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(others);
        return puts.stream().filter(p -> !gone.contains(p)).toList();
    }

    private static Optional<Put> first(List<Put> puts) {
        return puts.stream().min(ORDER);
    }

    private static Optional<Clash> duplicate(List<Put> puts) {
        Map<Writer, Put> seen = new IdentityHashMap<>();
        for (Put put : puts) {
            Put other = seen.putIfAbsent(put.by, put);
            if (other != null) {
                return Optional.of(new Clash.Duplicate(other, put));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the clash of sorted additions without an order among their writers: the order of list elements matters.
     * Neighbours suffice, because an order of all writers orders each with the next.
     */
    private static Optional<Clash> unordered(List<Put> adds) {
        Optional<Clash> duplicate = duplicate(adds);
        for (int i = 1; i < adds.size() && duplicate.isEmpty(); i++) {
            Put a = adds.get(i - 1);
            Put b = adds.get(i);
            if (!b.by.overrides(a.by)) {
                boolean swapped = b.span.compareTo(a.span) < 0;
                Put one = swapped ? b : a;
                Put other = swapped ? a : b;
                return Optional.of(new Clash.Disagree(one, one.value.get(), other, other.value.get()));
            }
        }
        return duplicate;
    }

    private static Value joined(Shape shape, Value base, List<Put> adds) {
        List<Value> all = new ArrayList<>(elements(base));
        Value open = base;
        for (Put add : adds) {
            Value value = add.value.get();
            open = ValueFormatter.isOpen(value) ? ValueFormatter.firstOpen(value, open) : open;
            all.addAll(elements(value));
        }
        if (ValueFormatter.isOpen(open) || adds.isEmpty()) {
            return open;
        }
        return shape == Shape.LIST ? new Value.Items(all) : new Value.Members(all);
    }

    private static List<Value> elements(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items;
            case Value.Members(var members) -> members;
            default -> List.of();
        };
    }

    private static Outcome map(List<Put> puts, Supplier<Value> fallback) {
        List<Put> whole = puts.stream().filter(p -> !p.add && p.key.isEmpty()).toList();
        Outcome base = agreed(whole, fallback);
        if (base.clash.isPresent() || ValueFormatter.isOpen(base.value)) {
            return base;
        }
        List<Put> rest = puts.stream().filter(p -> p.add || p.key.isPresent()).toList();
        List<Put> entries = new ArrayList<>();
        // An entry must beat each of the writers that agree on the whole map.
        notOverridden(whole, whole).forEach(w -> entries.addAll(split(w, base.value)));
        List<Put> remaining = notOverridden(rest, whole);
        List<Put> cut = without(rest, remaining);
        for (Put put : remaining) {
            if (put.key.isPresent()) {
                entries.add(put);
                continue;
            }
            Value value = put.value.get();
            if (ValueFormatter.isOpen(value)) {
                return Outcome.of(value, Optional.of(put), List.of());
            }
            entries.addAll(split(put, value));
        }
        return byKey(base, entries, cut);
    }

    private static Outcome byKey(Outcome base, List<Put> entries, List<Put> cut) {
        SortedMap<String, Value> result = new TreeMap<>(
                base.winner.isEmpty() && base.value instanceof Value.Entries(var e) ? e : new TreeMap<>());
        List<Put> overridden = new ArrayList<>(base.overridden);
        overridden.addAll(cut);
        SortedMap<String, List<Put>> keys = new TreeMap<>();
        entries.forEach(e -> keys.computeIfAbsent(e.key.orElseThrow(), k -> new ArrayList<>(1))
                .add(e));
        Value open = Value.NONE;
        for (var key : keys.entrySet()) {
            Outcome one = agreed(key.getValue(), () -> Value.NONE);
            if (one.clash.isPresent()) {
                return one;
            }
            open = ValueFormatter.isOpen(one.value) ? ValueFormatter.firstOpen(one.value, open) : open;
            result.put(key.getKey(), one.value);
            overridden.addAll(one.overridden);
        }
        Value value = ValueFormatter.isOpen(open) ? open : new Value.Entries(result);
        return Outcome.of(value, base.winner.or(() -> first(entries)), overridden);
    }

    private static List<Put> split(Put put, Value value) {
        return value instanceof Value.Entries(var entries)
                ? entries.entrySet().stream()
                        .map(e -> put.entry(e.getKey(), e.getValue()))
                        .toList()
                : List.of();
    }

    private static Outcome checkFinals(List<Put> puts, Outcome outcome) {
        if (ValueFormatter.isOpen(outcome.value)) {
            return outcome;
        }
        for (Put put : puts) {
            if (put.isFinal) {
                Value held = put.value.get();
                if (!ValueFormatter.isOpen(held) && !holds(put, held, outcome.value)) {
                    return Outcome.clash(new Clash.Final(put, outcome.value, outcome.winner.filter(w -> w != put)));
                }
            }
        }
        return outcome;
    }

    private static boolean holds(Put put, Value held, Value result) {
        if (put.key.isPresent()) {
            return result instanceof Value.Entries(var entries) && held.equals(entries.get(put.key.get()));
        }
        if (!put.add) {
            return held.equals(result);
        }
        return switch (held) {
            case Value.Entries(var wanted) ->
                result instanceof Value.Entries(var all) && all.entrySet().containsAll(wanted.entrySet());
            default -> elements(result).containsAll(elements(held));
        };
    }
}
