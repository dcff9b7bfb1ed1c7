package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Feature;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.SpecifierPaths;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grammars of the files that systemd-repart puts into a file system (repart.d(5)). */
final class PartitionContentValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Feature TARGETS_EXPAND = Feature.of("repart-symlink-targets-expand");

    private PartitionContentValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("copy_files", GrammarFactory.of((value, context) -> CopyFiles.judge(value)));
        factories.put("exclude_paths", GrammarFactory.of((value, context) -> exclude(value)));
        factories.put(
                "make_symlinks",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value, Flag.UNQUOTE), word -> symlink(word, context.target()))));
        factories.put(
                "subvolumes",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value, Flag.UNQUOTE), PartitionContentValueGrammars::subvolume)));
        return factories;
    }

    /** systemd reads no further after the first invalid path. */
    private static List<Complaint> exclude(String value) {
        return CommonValueGrammars.each(
                        Splitter.of(value, Flag.UNQUOTE),
                        word -> RepartValueGrammars.part(SpecifierPaths.absolute(word, Paths.Check.KEEP_SLASH)))
                .stream()
                .limit(1)
                .toList();
    }

    /** {@code path:target}; older releases expand specifiers in the path only. */
    private static List<Complaint> symlink(String word, int release) {
        Splitter parts = Splitter.by(":", word, Flag.UNQUOTE, Flag.EACH_SEPARATOR);
        Parsed<String> source = parts.next().orElseThrow();
        Optional<Parsed<String>> target = parts.next();
        return target.isEmpty()
                ? List.of(Complaint.part(Reason.invalid("symlink", word, "PATH:TARGET")))
                : RepartValueGrammars.part(source.then(path -> target.get()
                        .then(t -> SpecifierPaths.absolute(path)
                                .then(p -> TARGETS_EXPAND.isIn(release)
                                        ? SpecifierPaths.expand(t, SpecifierPaths.PATH)
                                        : Parsed.good(t)))));
    }

    private static List<Complaint> subvolume(String word) {
        Splitter parts = Splitter.by(":", word, Flag.UNQUOTE, Flag.EACH_SEPARATOR);
        Parsed<String> path = parts.next().orElseThrow().then(SpecifierPaths::absolute);
        Optional<Parsed<String>> flags = parts.next();
        return RepartValueGrammars.part(path.then(p ->
                flags.isEmpty() ? Parsed.good(p) : flags.get().then(PartitionContentValueGrammars::subvolumeFlags)));
    }

    private static Parsed<String> subvolumeFlags(String flags) {
        for (String flag : flags.split(",", -1)) {
            if (!flag.equals("ro") && !flag.equals("nodatacow")) {
                return Parsed.bad(Reason.unknown("subvolume flag", flag));
            }
        }
        return Parsed.good(flags);
    }
}
