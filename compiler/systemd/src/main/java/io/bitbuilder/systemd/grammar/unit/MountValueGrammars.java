package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Judgements;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.ByteEncodings;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grammars of the file system namespace of a process: folders, bindings, images (systemd.exec(5)). */
final class MountValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = makers();

    private static final Set<Paths.Check> ABSOLUTE = Set.of(Paths.Check.ABSOLUTE);
    private static final Set<Paths.Check> RELATIVE = Set.of(Paths.Check.RELATIVE);
    private static final Set<String> FILE_MODES = Set.of("read-only", "append", "truncate");
    private static final int HASH_BYTES = 16;
    private static final Splitter.Flag[] TUPLES = {Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE};
    private static final Splitter.Flag[] FIELDS = {
        Splitter.Flag.CUNESCAPE, Splitter.Flag.UNESCAPE_SEPARATORS, Splitter.Flag.EACH_SEPARATOR
    };
    private static final Splitter.Flag[] MERGED = {Splitter.Flag.CUNESCAPE, Splitter.Flag.UNESCAPE_SEPARATORS};

    private MountValueGrammars() {}

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>();
        makers.put(
                "colon_paths",
                GrammarFactory.of((value, context) -> value.isEmpty()
                        ? List.of()
                        : Judgements.untilFault(
                                Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR),
                                word -> path(word, context, ABSOLUTE))));
        makers.put(
                "paths",
                GrammarFactory.of((value, context) -> Judgements.untilFault(
                        Splitter.of(value, Splitter.Flag.UNQUOTE), word -> path(word, context, ABSOLUTE))));
        makers.put(
                "namespace_paths",
                GrammarFactory.of((value, context) -> Judgements.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Judgements.asPart(path(word.replaceFirst("^-?\\+?", ""), context, ABSOLUTE)))));
        makers.put(
                "mounts_for",
                GrammarFactory.of((value, context) -> Judgements.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Judgements.asPart(path(word, context, ABSOLUTE)))));
        makers.put("directories", GrammarFactory.of((value, context) -> directories(value, context)));
        makers.put(
                "temporary",
                GrammarFactory.of((value, context) ->
                        Judgements.each(Splitter.of(value, Splitter.Flag.UNQUOTE), word -> temporary(word, context))));
        makers.put(
                "bind_paths",
                GrammarFactory.of((value, context) ->
                        Judgements.each(Splitter.of(value, TUPLES), word -> Judgements.asPart(bind(word, context)))));
        makers.put(
                "mount_images",
                GrammarFactory.of((value, context) ->
                        Judgements.untilFault(Splitter.of(value, TUPLES), word -> image(word, context, true))));
        makers.put(
                "extension_images",
                GrammarFactory.of((value, context) ->
                        Judgements.untilFault(Splitter.of(value, TUPLES), word -> image(word, context, false))));
        makers.put("root_image_options", GrammarFactory.of(MountValueGrammars::rootImageOptions));
        makers.put("image_policy", GrammarFactory.of((value, context) -> ImagePolicies.judge(value, context)));
        makers.put(
                "root_hash",
                GrammarFactory.of((value, context) -> value.isEmpty() || Paths.isAbsolute(value)
                        ? List.of()
                        : Judgements.fine(ByteEncodings.hex(value)
                                .then(n -> n >= HASH_BYTES
                                        ? Parsed.good(n)
                                        : Parsed.bad("the hash must have at least " + HASH_BYTES + " bytes")))));
        makers.put(
                "root_hash_signature",
                GrammarFactory.of((value, context) -> value.isEmpty() || Paths.isAbsolute(value)
                        ? List.of()
                        : value.startsWith("base64:")
                                ? Judgements.fine(ByteEncodings.base64(value.substring(7)))
                                : Judgements.ignored("expected an absolute path or base64:DATA")));
        makers.put(
                "open_file",
                GrammarFactory.of((value, context) -> value.isEmpty() ? List.of() : openFile(value, context)));
        return makers;
    }

    private static List<Complaint> path(String word, ValueContext context, Set<Paths.Check> checks) {
        return UnitSpecifiers.in(
                word, context, UnitSpecifiers.PATH, path -> Judgements.fine(Paths.check(path, checks)));
    }

    private static List<Complaint> directories(String value, ValueContext context) {
        List<Complaint> complaints = new ArrayList<>();
        Splitter tuples = Splitter.of(value, TUPLES);
        for (Optional<Parsed<String>> next = tuples.next(); next.isPresent(); next = tuples.next()) {
            Parsed<List<String>> fields = next.get().then(tuple -> Judgements.many(Splitter.by(":", tuple, FIELDS), 3));
            if (fields instanceof Parsed.Bad<List<String>>(Reason reason)) {
                complaints.add(Complaint.ignored(reason));
                return complaints;
            }
            complaints.addAll(Judgements.asPart(directory(fields.toOptional().orElseThrow(), context)));
        }
        return complaints;
    }

    private static List<Complaint> directory(List<String> fields, ValueContext context) {
        List<Complaint> source = UnitSpecifiers.in(
                fields.getFirst(), context, UnitSpecifiers.PATH, path -> switch (Paths.check(path, RELATIVE)) {
                    case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
                    case Parsed.Good<String>(String simple) ->
                        Judgements.fine(
                                !Paths.isBelow(simple, "private"),
                                Reason.about("private", "the folder 'private' is reserved for systemd"));
                });
        String link = fields.size() > 1 ? fields.get(1) : "";
        String flags = fields.size() > 2 ? fields.get(2) : "";
        if (!source.isEmpty()) {
            return source;
        }
        if (!link.isEmpty() && context.directive().key().equals("ConfigurationDirectory")) {
            return Judgements.ignored("ConfigurationDirectory= does not support symlinks");
        }
        List<Complaint> destination = link.isEmpty() ? List.of() : path(link, context, RELATIVE);
        return destination.isEmpty()
                ? Judgements.fine(flags.isEmpty() || flags.equals("ro"), Reason.invalid("flag", flags, "ro"))
                : destination;
    }

    private static List<Complaint> temporary(String word, ValueContext context) {
        return Judgements.asPart(
                switch (Splitter.by(":", word, Splitter.Flag.EACH_SEPARATOR)
                        .next()
                        .orElse(Parsed.good(""))) {
                    case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
                    case Parsed.Good<String>(String path) -> path(path, context, ABSOLUTE);
                });
    }

    private static List<Complaint> bind(String tuple, ValueContext context) {
        return switch (Judgements.many(Splitter.by(":", tuple, FIELDS), 4)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<List<String>>(List<String> fields) -> {
                if (fields.size() > 3) {
                    yield Judgements.ignored(Reason.about(tuple, "'" + tuple + "' has more than three fields"));
                }
                List<Complaint> source = UnitSpecifiers.in(
                        fields.getFirst(),
                        context,
                        UnitSpecifiers.PATH,
                        path -> Judgements.fine(Paths.check(path.replaceFirst("^-", ""), ABSOLUTE)));
                List<Complaint> destination =
                        source.isEmpty() && fields.size() > 1 ? path(fields.get(1), context, ABSOLUTE) : source;
                String option = fields.size() > 2 ? fields.get(2) : "";
                yield destination.isEmpty()
                        ? Judgements.fine(
                                Set.of("", "rbind", "norbind").contains(option),
                                Reason.invalid("option", option, "rbind or norbind"))
                        : destination;
            }
        };
    }

    /** Judges an image with its options by partition; with a destination or without one. */
    private static List<Complaint> image(String tuple, ValueContext context, boolean mounted) {
        Splitter words = Splitter.by(":", tuple, MERGED);
        Set<Paths.Check> checks =
                Set.of(Paths.Check.ABSOLUTE, mounted ? Paths.Check.NO_API_BUT_DEV : Paths.Check.NO_API);
        return switch (Judgements.many(words, mounted ? 2 : 1)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<List<String>>(List<String> fields) -> {
                if (fields.isEmpty()) {
                    yield List.of();
                }
                List<Complaint> source = path(fields.getFirst().replaceFirst("^-", ""), context, checks);
                if (!source.isEmpty()) {
                    yield Judgements.asPart(source);
                }
                if (mounted && (fields.size() < 2 || fields.get(1).isEmpty())) {
                    yield Judgements.asPart(
                            Judgements.ignored(Reason.about(tuple, "missing mount point in '" + tuple + "'")));
                }
                List<Complaint> destination = mounted ? path(fields.get(1), context, checks) : List.of();
                yield destination.isEmpty() ? options(words, context) : Judgements.asPart(destination);
            }
        };
    }

    private static List<Complaint> options(Splitter words, ValueContext context) {
        List<Complaint> complaints = new ArrayList<>();
        while (true) {
            Parsed<List<String>> pair = Judgements.many(words, 2);
            if (pair instanceof Parsed.Bad<List<String>>(Reason reason)) {
                complaints.add(Complaint.ignored(reason));
                return complaints;
            }
            List<String> fields = pair.toOptional().orElseThrow();
            if (fields.isEmpty()) {
                return complaints;
            }
            if (fields.size() == 1) {
                complaints.addAll(Judgements.asPart(
                        UnitSpecifiers.in(fields.getFirst(), context, UnitSpecifiers.LINE, all -> List.of())));
                return complaints;
            }
            complaints.addAll(Judgements.asPart(partition(fields.getFirst(), fields.get(1), context)));
        }
    }

    private static List<Complaint> partition(String name, String options, ValueContext context) {
        return context.catalogue().words("partition_designator").accepts(name, context.target())
                ? UnitSpecifiers.in(options, context, UnitSpecifiers.LINE, all -> List.of())
                : Judgements.ignored(Reason.unknown("partition designator", name));
    }

    private static List<Complaint> rootImageOptions(String value, ValueContext context) {
        List<List<String>> pairs = new ArrayList<>();
        List<Complaint> faults = Judgements.untilFault(Splitter.of(value, TUPLES), tuple -> {
            Splitter words = Splitter.by(":", tuple, MERGED);
            return switch (Judgements.many(words, 2)) {
                case Parsed.Bad<List<String>>(Reason reason) -> Judgements.ignored(reason);
                case Parsed.Good<List<String>>(List<String> fields) -> {
                    pairs.add(fields);
                    yield Judgements.fine(
                            words.tail().orElse("").isEmpty(),
                            Reason.about(tuple, "'" + tuple + "' has more than two fields"));
                }
            };
        });
        if (!faults.isEmpty()) {
            return faults;
        }
        List<Complaint> complaints = new ArrayList<>();
        for (List<String> fields : pairs.stream().filter(f -> !f.isEmpty()).toList()) {
            boolean named = fields.size() == 2 && !fields.get(1).isEmpty();
            complaints.addAll(
                    Judgements.asPart(partition(named ? fields.getFirst() : "root", fields.getLast(), context)));
        }
        return complaints;
    }

    private static List<Complaint> openFile(String value, ValueContext context) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR, Splitter.Flag.CUNESCAPE);
        return switch (Judgements.many(words, 3)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Judgements.ignored(reason);
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
                yield Judgements.fine(good, "expected PATH[:NAME[:OPTIONS]]");
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
