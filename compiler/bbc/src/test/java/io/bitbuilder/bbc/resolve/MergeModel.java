package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.resolve.MergeCase.Field;
import io.bitbuilder.bbc.resolve.MergeCase.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The merge rule as docs/language.md states it, on sets: writers, the relation of their uses, their writes. It shares
 * nothing with the compiler and spends no thought on speed.
 */
final class MergeModel {
    private final MergeCase program;
    private final Map<Writer, Set<Writer>> uses = new HashMap<>();
    private final List<Written> writes = new ArrayList<>();
    private final Set<Writer> upper = new HashSet<>();

    /** Codes of the errors. */
    final Set<String> codes = new TreeSet<>();

    /** Declaration with its argument. */
    private record Writer(int body, int n) {}

    private record Written(Writer by, Stmt stmt) {}

    /** Write of the value of a field, or of one entry of a map. */
    private record Put(Writer by, boolean isFinal, boolean adds, List<Integer> values) {}

    private MergeModel(MergeCase program) {
        this.program = program;
        Writer block = new Writer(MergeCase.BLOCK, 0);
        visit(block);
        upper.add(block);
        upper.addAll(used(block));
        visit(new Writer(MergeCase.DEFAULTS, 0));
    }

    /** Returns the printed value of each field and volume; "error" where the merge has no result. */
    static MergeModel of(MergeCase program) {
        return new MergeModel(program);
    }

    /** Returns the printed value of each field and volume; "error" where the merge has no result. */
    Map<String, String> result() {
        Map<String, String> result = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            result.put(field.path, field == Field.MAP ? map() : plain(field, puts(field)));
        }
        MergeCase.VOLUMES.forEach(v -> result.put("volume " + v, volume(v)));
        return result;
    }

    private void visit(Writer writer) {
        if (uses.putIfAbsent(writer, new HashSet<>()) == null) {
            program.bodies().get(writer.body()).forEach(s -> visit(writer, s));
        }
    }

    private void visit(Writer writer, Stmt stmt) {
        switch (stmt) {
            case Stmt.Use use -> {
                Writer other = new Writer(use.profile(), use.argument().orElse(writer.n()));
                uses.get(writer).add(other);
                visit(other);
            }
            case Stmt.When when ->
                (when.value() == writer.n() ? when.then() : when.otherwise()).forEach(s -> visit(writer, s));
            default -> writes.add(new Written(writer, stmt));
        }
    }

    private Set<Writer> used(Writer writer) {
        Set<Writer> all = new HashSet<>(uses.get(writer));
        uses.get(writer).forEach(w -> all.addAll(used(w)));
        return all;
    }

    private boolean beats(Writer a, Writer b) {
        return upper.contains(a) == upper.contains(b) ? used(a).contains(b) : upper.contains(a);
    }

    private <T> List<T> unbeaten(List<T> some, List<T> by, java.util.function.Function<T, Writer> writer) {
        return some.stream()
                .filter(s -> by.stream().noneMatch(b -> beats(writer.apply(b), writer.apply(s))))
                .toList();
    }

    private List<Put> puts(Field field) {
        List<Put> found = new ArrayList<>();
        for (Written w : writes) {
            if (w.stmt() instanceof Stmt.Write write && write.field() == field) {
                found.add(new Put(w.by(), write.isFinal(), write.adds(), write.values()));
            }
        }
        return found;
    }

    private Optional<String> fail(String code) {
        codes.add(code);
        return Optional.of("error");
    }

    /** Returns "error" unless no writer writes twice and the values of the unbeaten writers agree. */
    private Optional<String> disagreement(List<Put> sets) {
        if (sets.stream().map(Put::by).distinct().count() < sets.size()) {
            return fail("MRG003");
        }
        long values = unbeaten(sets, sets, Put::by).stream()
                .map(Put::values)
                .distinct()
                .count();
        return values > 1 ? fail("MRG001") : Optional.empty();
    }

    private String plain(Field field, List<Put> puts) {
        List<Put> sets = puts.stream().filter(p -> !p.adds()).toList();
        Optional<String> error = disagreement(sets);
        if (error.isPresent()) {
            return error.get();
        }
        List<Put> base = unbeaten(sets, sets, Put::by);
        List<Integer> result =
                new ArrayList<>(base.isEmpty() ? List.of() : base.getFirst().values());
        List<Put> adds =
                new ArrayList<>(unbeaten(puts.stream().filter(Put::adds).toList(), sets, Put::by));
        if (field == Field.LIST) {
            Predicate<Put> unordered =
                    a -> adds.stream().anyMatch(b -> a != b && !beats(a.by(), b.by()) && !beats(b.by(), a.by()));
            if (adds.stream().map(Put::by).distinct().count() < adds.size()) {
                return fail("MRG003").orElseThrow();
            }
            if (adds.stream().anyMatch(unordered)) {
                return fail("MRG001").orElseThrow();
            }
            adds.sort((a, b) -> beats(a.by(), b.by()) ? 1 : -1);
        }
        adds.forEach(a -> result.addAll(a.values()));
        List<Integer> value = field == Field.SET ? List.copyOf(new TreeSet<>(result)) : result;
        Predicate<Put> holds = p -> p.adds() ? value.containsAll(p.values()) : value.equals(p.values());
        if (!puts.stream().filter(Put::isFinal).allMatch(holds)) {
            return fail("MRG002").orElseThrow();
        }
        if (field == Field.SINGLE) {
            return value.isEmpty() || value.getFirst() == 0 ? "none" : "" + value.getFirst();
        }
        return value.toString();
    }

    /** Each entry of a map is a field of its own; {@code =} of the whole map removes the entries that it beats. */
    private String map() {
        List<Put> all = puts(Field.MAP);
        List<Put> wholes = all.stream().filter(p -> !p.adds()).toList();
        Optional<String> error = disagreement(wholes);
        if (error.isPresent()) {
            return error.get();
        }
        List<Put> top = unbeaten(wholes, wholes, Put::by);
        Map<Integer, List<Put>> entries = new TreeMap<>();
        top.forEach(p -> p.values().forEach(k -> put(entries, k, new Put(p.by(), false, false, List.of(2)))));
        unbeaten(all.stream().filter(Put::adds).toList(), wholes, Put::by)
                .forEach(p -> p.values().forEach(k -> put(entries, k, new Put(p.by(), false, false, List.of(1)))));
        for (Written w : writes) {
            if (w.stmt() instanceof Stmt.Entry e && wholes.stream().noneMatch(p -> beats(p.by(), w.by()))) {
                put(entries, e.key(), new Put(w.by(), false, false, List.of(e.value())));
            }
        }
        Map<Integer, Integer> result = new TreeMap<>();
        for (var entry : entries.entrySet()) {
            Optional<String> wrong = disagreement(entry.getValue());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            List<Put> unbeaten = unbeaten(entry.getValue(), entry.getValue(), Put::by);
            result.put(entry.getKey(), unbeaten.getFirst().values().getFirst());
        }
        return finalEntriesHold(all, result)
                ? result.toString()
                : fail("MRG002").orElseThrow();
    }

    private static void put(Map<Integer, List<Put>> entries, int key, Put put) {
        entries.computeIfAbsent(key, k -> new ArrayList<>()).add(put);
    }

    private boolean finalEntriesHold(List<Put> all, Map<Integer, Integer> result) {
        boolean wholes = all.stream().filter(Put::isFinal).allMatch(p -> {
            Map<Integer, Integer> wanted = new TreeMap<>();
            p.values().forEach(k -> wanted.put(k, p.adds() ? 1 : 2));
            return p.adds() ? result.entrySet().containsAll(wanted.entrySet()) : result.equals(wanted);
        });
        return wholes
                && writes.stream()
                        .noneMatch(w -> w.stmt() instanceof Stmt.Entry e
                                && e.isFinal()
                                && !Integer.valueOf(e.value()).equals(result.get(e.key())));
    }

    /** Presence is a write, too: what opens a volume and what removes it beat each other by the same rule. */
    private String volume(String name) {
        List<Written> opens = writes.stream()
                .filter(w -> w.stmt() instanceof Stmt.Open o && o.volume().equals(name))
                .toList();
        List<Written> removals = writes.stream()
                .filter(w -> w.stmt() instanceof Stmt.Remove r && r.volume().equals(name))
                .toList();
        List<Written> alive = unbeaten(opens, removals, Written::by);
        if (opens.stream().anyMatch(o -> ((Stmt.Open) o.stmt()).isFinal() && size(o) > 0 && !alive.contains(o))) {
            codes.add("MRG002");
        }
        List<Written> left = unbeaten(removals, alive, Written::by);
        if (!alive.isEmpty() && !left.isEmpty()) {
            boolean same = alive.stream().anyMatch(a -> left.stream().anyMatch(l -> l.by().equals(a.by())));
            return fail(same ? "MRG003" : "MRG001").map(e -> "absent").orElseThrow();
        }
        if (alive.isEmpty()) {
            return "absent";
        }
        List<Put> sizes = alive.stream()
                .filter(o -> size(o) > 0)
                .map(o -> new Put(o.by(), ((Stmt.Open) o.stmt()).isFinal(), false, List.of(size(o))))
                .toList();
        return "size " + (sizes.isEmpty() ? "error" : plain(Field.SINGLE, sizes));
    }

    private static int size(Written open) {
        return ((Stmt.Open) open.stmt()).size();
    }
}
