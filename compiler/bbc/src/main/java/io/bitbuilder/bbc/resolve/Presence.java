package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether a block exists: opening it and {@code = none} are writes under the merge rule. */
final class Presence {
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
        if (alive.isEmpty() || left.isEmpty()) {
            return alive.isEmpty() ? Optional.empty() : Optional.of(alive);
        }
        atOdds(alive.getFirst(), left.getFirst(), parent, context);
        return Optional.empty();
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
        Optional<WriteCollector.CollectedWrite> left =
                removals.stream().filter(r -> !opened.cut(r.by())).findFirst();
        if (!alive.isEmpty() && left.isPresent()) {
            WriteCollector.CollectedWrite open = alive.getFirst();
            boolean same = open.by() == left.get().by();
            context.report(Finding.of(
                            same ? Code.DUPLICATE_FIELD : Code.CONFLICTING_VALUES,
                            left.get().stmt().span(),
                            "conflicting writes to `" + path + "` of " + block.title() + ": set by "
                                    + open.by().title() + ", removed by "
                                    + left.get().by().title())
                    .label("removed here")
                    .also(open.stmt().span(), "written here")
                    .why("a writer overrides only what it uses, and neither of these uses the other")
                    .fix(same ? "delete one of them" : "write or remove it in " + block.title() + " itself"));
        }
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

    private static void atOdds(
            Children.Opening open, Children.Opening removal, BlockNode parent, ProgramContext context) {
        boolean same = open.by() == removal.by();
        String what = open.key().word() + " " + open.key().text().replace('/', ' ');
        String message = same
                ? what + " of " + parent.title() + " is opened and removed by "
                        + open.by().title()
                : what + " of " + parent.title() + " is opened by " + open.by().title() + " and removed by "
                        + removal.by().title();
        context.report(Finding.of(same ? Code.DUPLICATE_FIELD : Code.CONFLICTING_VALUES, removal.span(), message)
                .label("removed here")
                .also(open.span(), "opened here")
                .why("a writer overrides only what it uses, and neither of these uses the other")
                .fix(same ? "delete one of them" : "open or remove it in " + parent.title() + " itself"));
    }
}
