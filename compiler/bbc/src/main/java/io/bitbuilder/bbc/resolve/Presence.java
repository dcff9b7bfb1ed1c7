package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides whether a block exists: opening it and {@code = none} are writes under the merge rule. */
final class Presence {
    private static final String DELETE_ONE = "delete one of them";

    private Presence() {}

    /** Returns the effective openings; empty if the block was removed, or on a conflict, which is reported. */
    static Optional<List<Children.Opening>> decide(
            List<Children.Opening> openings, BlockNode parent, ProgramContext context) {
        List<Children.Opening> removals =
                openings.stream().filter(o -> o.entry().removed()).toList();
        if (removals.isEmpty()) {
            return Optional.of(openings);
        }
        List<Children.Opening> opens =
                openings.stream().filter(o -> !o.entry().removed()).toList();
        Predicate<Children.Opening> stays = notCutBy(removals);
        List<Children.Opening> alive = opens.stream().filter(stays).toList();
        keepsFinals(opens, stays, removals, context);
        List<Children.Opening> left = removals.stream().filter(notCutBy(alive)).toList();
        Optional<Conflict> conflict = conflict(
                alive.stream().map(o -> new Statement(o.by(), o.span())),
                left.stream().map(o -> new Statement(o.by(), o.span())));
        if (conflict.isPresent()) {
            report(conflict.get(), alive.getFirst().key(), parent, context);
            return Optional.empty();
        }
        return alive.isEmpty() ? Optional.empty() : Optional.of(alive);
    }

    /** Returns whether a nested {@code block?} exists: it is written, and no overriding writer removes it. */
    static boolean ofNested(BlockNode block, String path, ProgramContext context) {
        List<WriteCollector.CollectedWrite> said = WriteCollector.nested(block, path, context);
        List<WriteCollector.CollectedWrite> removals =
                said.stream().filter(WriteCollector.CollectedWrite::removes).toList();
        Overrides removed = Overrides.of(removals.stream().map(WriteCollector.CollectedWrite::by));
        List<WriteCollector.CollectedWrite> alive =
                said.stream().filter(s -> !s.removes() && !removed.cut(s.by())).toList();
        Overrides opened = Overrides.of(alive.stream().map(WriteCollector.CollectedWrite::by));
        conflict(
                        alive.stream().map(w -> new Statement(w.by(), w.stmt().span())),
                        removals.stream()
                                .filter(r -> !opened.cut(r.by()))
                                .map(w -> new Statement(w.by(), w.stmt().span())))
                .ifPresent(c -> context.report(c.finding("conflicting writes to `" + path + "` of " + block.title()
                                + ": set by " + c.open.by.title() + ", removed by " + c.removal.by.title())
                        .also(c.open.span, "written here")
                        .fix(c.isOfOneWriter() ? DELETE_ONE : "write or remove it in " + block.title() + " itself")));
        return !alive.isEmpty();
    }

    private static Predicate<Children.Opening> notCutBy(List<Children.Opening> others) {
        Overrides overrides = Overrides.of(others.stream().map(Children.Opening::by));
        return o -> !overrides.cut(o.by());
    }

    private static void keepsFinals(
            List<Children.Opening> opens,
            Predicate<Children.Opening> stays,
            List<Children.Opening> removals,
            ProgramContext context) {
        for (Children.Opening open : opens) {
            boolean holds = open.entry()
                    .body()
                    .map(context::index)
                    .filter(BodyIndex::holdsFinal)
                    .isPresent();
            if (holds && !stays.test(open)) {
                context.report(Finding.of(
                                Code.FINAL_VALUE_OVERRIDDEN,
                                removals.getFirst().span(),
                                "this removes a block that contains a final field")
                        .also(open.span(), "the block")
                        .why("`final` refuses every other value, including the absence of its block")
                        .fix("keep the block, or ask the owner of the final value to lift `final`"));
            }
        }
    }

    private static void report(Conflict c, BlockKey key, BlockNode parent, ProgramContext context) {
        String what = key.word() + " " + key.text().replace('/', ' ') + " of " + parent.title();
        context.report(c.finding(
                        c.isOfOneWriter()
                                ? what + " is opened and removed by " + c.open.by.title()
                                : what + " is opened by " + c.open.by.title() + " and removed by "
                                        + c.removal.by.title())
                .also(c.open.span, "opened here")
                .fix(c.isOfOneWriter() ? DELETE_ONE : "open or remove it in " + parent.title() + " itself"));
    }

    private record Statement(Writer by, Span span) {
        static final Comparator<Statement> ORDER =
                Comparator.comparingInt((Statement s) -> s.by.layer()).thenComparing(Statement::span);
    }

    /** Opening and removal, neither of which overrides the other. */
    private record Conflict(Statement open, Statement removal) {
        boolean isOfOneWriter() {
            return open.by == removal.by;
        }

        Finding finding(String message) {
            return Finding.of(isOfOneWriter() ? Code.DUPLICATE_FIELD : Code.CONFLICTING_VALUES, removal.span, message)
                    .label("removed here")
                    .why("a writer overrides only what it uses, and neither of these uses the other");
        }
    }

    /**
     * Returns the conflict within one writer, if there is one, else that of the first writers; order has no meaning.
     */
    private static Optional<Conflict> conflict(Stream<Statement> opens, Stream<Statement> removals) {
        Map<Writer, Statement> byWriter = new IdentityHashMap<>();
        opens.sorted(Statement.ORDER).forEach(o -> byWriter.putIfAbsent(o.by, o));
        List<Statement> removed = removals.sorted(Statement.ORDER).toList();
        if (byWriter.isEmpty() || removed.isEmpty()) {
            return Optional.empty();
        }
        Statement first = byWriter.values().stream().min(Statement.ORDER).orElseThrow();
        return Optional.of(removed.stream()
                .filter(r -> byWriter.containsKey(r.by))
                .findFirst()
                .map(r -> new Conflict(byWriter.get(r.by), r))
                .orElseGet(() -> new Conflict(first, removed.getFirst())));
    }
}
