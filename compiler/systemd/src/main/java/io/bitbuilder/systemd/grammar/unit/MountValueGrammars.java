package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Grammars of the file system namespace of a process: folders, bindings, images (systemd.exec(5)). */
final class MountValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<Paths.Check> ABSOLUTE = Set.of(Paths.Check.ABSOLUTE);
    private static final Set<String> FILE_MODES = Set.of("read-only", "append", "truncate");
    static final Splitter.Flag[] TUPLES = {Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE};

    static final Splitter.Flag[] FIELDS = {
        Splitter.Flag.CUNESCAPE, Splitter.Flag.UNESCAPE_SEPARATORS, Splitter.Flag.EACH_SEPARATOR
    };

    private MountValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "colon_paths",
                GrammarFactory.of((value, context) -> value.isEmpty()
                        ? List.of()
                        : Complaints.untilFault(
                                Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR),
                                word -> path(word, context, ABSOLUTE))));
        factories.put(
                "paths",
                GrammarFactory.of((value, context) -> Complaints.untilFault(
                        Splitter.of(value, Splitter.Flag.UNQUOTE), word -> path(word, context, ABSOLUTE))));
        factories.put(
                "namespace_paths",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Complaints.asPart(path(word.replaceFirst("^-?\\+?", ""), context, ABSOLUTE)))));
        factories.put(
                "mounts_for",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Complaints.asPart(path(word, context, ABSOLUTE)))));
        factories.put(
                "temporary",
                GrammarFactory.of((value, context) ->
                        Complaints.each(Splitter.of(value, Splitter.Flag.UNQUOTE), word -> temporary(word, context))));
        factories.put(
                "bind_paths",
                GrammarFactory.of((value, context) ->
                        Complaints.each(Splitter.of(value, TUPLES), word -> Complaints.asPart(bind(word, context)))));
        factories.put(
                "open_file",
                GrammarFactory.of((value, context) -> value.isEmpty() ? List.of() : openFile(value, context)));
        return factories;
    }

    static List<Complaint> path(String word, ValueContext context, Set<Paths.Check> checks) {
        return UnitSpecifiers.in(
                word, context, UnitSpecifiers.PATH, path -> Complaints.unless(Paths.check(path, checks)));
    }

    private static List<Complaint> temporary(String word, ValueContext context) {
        return Complaints.asPart(
                switch (Splitter.by(":", word, Splitter.Flag.EACH_SEPARATOR)
                        .next()
                        .orElse(Parsed.good(""))) {
                    case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
                    case Parsed.Good<String>(String path) -> path(path, context, ABSOLUTE);
                });
    }

    private static List<Complaint> bind(String tuple, ValueContext context) {
        return switch (Complaints.fields(Splitter.by(":", tuple, FIELDS), 4)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<List<String>>(List<String> fields) -> {
                if (fields.size() > 3) {
                    yield Complaints.ignored(Reason.about(tuple, "'" + tuple + "' has more than three fields"));
                }
                List<Complaint> source = UnitSpecifiers.in(
                        fields.getFirst(),
                        context,
                        UnitSpecifiers.PATH,
                        path -> Complaints.unless(Paths.check(path.replaceFirst("^-", ""), ABSOLUTE)));
                List<Complaint> destination =
                        source.isEmpty() && fields.size() > 1 ? path(fields.get(1), context, ABSOLUTE) : source;
                String option = fields.size() > 2 ? fields.get(2) : "";
                yield destination.isEmpty()
                        ? Complaints.unless(
                                Set.of("", "rbind", "norbind").contains(option),
                                Reason.invalid("option", option, "rbind or norbind"))
                        : destination;
            }
        };
    }

    private static List<Complaint> openFile(String value, ValueContext context) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR, Splitter.Flag.CUNESCAPE);
        return switch (Complaints.fields(words, 3)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<List<String>>(List<String> fields) -> {
                String path = fields.getFirst();
                String name = fields.size() > 1 && !fields.get(1).isEmpty()
                        ? fields.get(1)
                        : path.substring(path.replaceFirst("/+$", "").lastIndexOf('/') + 1)
                                .replaceFirst("/+$", "");
                boolean good = Paths.isAbsolute(path)
                        && Paths.isValid(path)
                        && words.tail().orElse("").isEmpty()
                        && !name.isEmpty()
                        && Identifiers.isDescriptor(name)
                        && openFlags(fields.size() > 2 ? fields.get(2) : "", context);
                yield Complaints.unless(good, "expected PATH[:NAME[:OPTIONS]]");
            }
        };
    }

    private static boolean openFlags(String text, ValueContext context) {
        List<String> flags =
                Arrays.stream(text.split(",")).filter(f -> !f.isEmpty()).toList();
        return flags.stream()
                        .allMatch(f ->
                                context.catalogue().words("open_file_flags").accepts(f, context.target()))
                && new HashSet<>(flags).size() == flags.size()
                && flags.stream().filter(FILE_MODES::contains).count() <= 1;
    }
}
