package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.Optional;

/** Builds the findings of the merge rule. */
final class MergeConflicts {
    private MergeConflicts() {}

    static void report(Merge.Clash clash, BlockNode block, String path, ProgramContext context) {
        context.report(
                switch (clash) {
                    case Merge.Clash.Disagree d -> disagree(d, block, named(path, d.first()));
                    case Merge.Clash.Duplicate d -> duplicate(d, block, named(path, d.first()));
                    case Merge.Clash.Final f -> broken(f, block, named(path, f.held()));
                });
    }

    /** Entries of a map are named by their key. */
    private static String named(String path, Merge.Put put) {
        return put.key().map(k -> path + "." + k).orElse(path);
    }

    private static Finding disagree(Merge.Clash.Disagree clash, BlockNode block, String path) {
        boolean swapped = clash.second().span().compareTo(clash.first().span()) < 0;
        Merge.Put first = swapped ? clash.second() : clash.first();
        Merge.Put second = swapped ? clash.first() : clash.second();
        String one = ValueFormatter.quoted(swapped ? clash.other() : clash.one());
        String other = ValueFormatter.quoted(swapped ? clash.one() : clash.other());
        return Finding.of(
                        Code.CONFLICTING_VALUES,
                        second.span(),
                        "conflicting values for `" + path + "` of " + block.title() + ": " + one + " by "
                                + first.by().title() + ", " + other + " by "
                                + second.by().title())
                .label(second.by().title() + " sets " + other)
                .also(first.span(), first.by().title() + " sets " + one)
                .also(block.span(), "both write to this block")
                .why("a writer overrides only what it uses, and neither of these uses the other")
                .fix("set `" + path + "` in " + block.title() + " itself");
    }

    private static Finding duplicate(Merge.Clash.Duplicate clash, BlockNode block, String path) {
        boolean swapped = clash.second().span().compareTo(clash.first().span()) < 0;
        Span first = swapped ? clash.second().span() : clash.first().span();
        Span second = swapped ? clash.first().span() : clash.second().span();
        return Finding.of(
                        Code.DUPLICATE_FIELD,
                        second,
                        "duplicate field `" + path + "` of " + block.title() + ": set twice by "
                                + clash.first().by().title())
                .also(first, "first occurrence")
                .why("the order of statements has no meaning, so neither value can take precedence")
                .fix("delete one of them");
    }

    private static Finding broken(Merge.Clash.Final clash, BlockNode block, String path) {
        Span held = clash.held().span();
        String wanted = ValueFormatter.quoted(clash.held().value().get());
        Optional<Span> winner = clash.winner().map(Merge.Put::span);
        Finding finding = Finding.of(
                        Code.FINAL_VALUE_OVERRIDDEN,
                        winner.orElse(block.span()),
                        "final value overridden: `" + path + "` of " + block.title() + " is "
                                + ValueFormatter.quoted(clash.result()) + ", but "
                                + clash.held().by().title() + (clash.held().add() ? " requires " : " sets ") + wanted)
                .also(held, "declared final here")
                .why("`final` refuses every other value, whoever writes it");
        return winner.isPresent()
                ? finding.fix("remove this, or ask the owner of the final value to lift `final`")
                : finding;
    }
}
