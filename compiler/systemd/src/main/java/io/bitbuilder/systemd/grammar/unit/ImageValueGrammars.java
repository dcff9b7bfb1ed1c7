package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.ByteEncodings;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Grammars of disk images: mounts, extensions, policies, integrity (systemd.exec(5), "Paths"). */
final class ImageValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final int HASH_BYTES = 16;
    private static final Splitter.Flag[] MERGED = {Splitter.Flag.CUNESCAPE, Splitter.Flag.UNESCAPE_SEPARATORS};

    private ImageValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "mount_images",
                GrammarFactory.of((value, context) -> Complaints.untilFault(
                        Splitter.of(value, MountValueGrammars.TUPLES), word -> image(word, context, true))));
        factories.put(
                "extension_images",
                GrammarFactory.of((value, context) -> Complaints.untilFault(
                        Splitter.of(value, MountValueGrammars.TUPLES), word -> image(word, context, false))));
        factories.put("root_image_options", GrammarFactory.of(ImageValueGrammars::rootImageOptions));
        factories.put("image_policy", GrammarFactory.of((value, context) -> ImagePolicies.judge(value, context)));
        factories.put(
                "root_hash",
                GrammarFactory.of((value, context) -> value.isEmpty() || Paths.isAbsolute(value)
                        ? List.of()
                        : Complaints.unless(ByteEncodings.hex(value)
                                .then(n -> n >= HASH_BYTES
                                        ? Parsed.good(n)
                                        : Parsed.bad("the hash must have at least " + HASH_BYTES + " bytes")))));
        factories.put(
                "root_hash_signature",
                GrammarFactory.of((value, context) -> value.isEmpty() || Paths.isAbsolute(value)
                        ? List.of()
                        : value.startsWith("base64:")
                                ? Complaints.unless(ByteEncodings.base64(value.substring(7)))
                                : Complaints.ignored("expected an absolute path or base64:DATA")));
        return factories;
    }

    /** Judges an image with its options by partition; with a destination or without one. */
    private static List<Complaint> image(String tuple, ValueContext context, boolean mounted) {
        Splitter words = Splitter.by(":", tuple, MERGED);
        Set<Paths.Check> checks =
                Set.of(Paths.Check.ABSOLUTE, mounted ? Paths.Check.NO_API_BUT_DEV : Paths.Check.NO_API);
        return switch (Complaints.fields(words, mounted ? 2 : 1)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<List<String>>(List<String> fields) -> {
                if (fields.isEmpty()) {
                    yield List.of();
                }
                List<Complaint> source =
                        MountValueGrammars.path(fields.getFirst().replaceFirst("^-", ""), context, checks);
                if (!source.isEmpty()) {
                    yield Complaints.asPart(source);
                }
                if (mounted && (fields.size() < 2 || fields.get(1).isEmpty())) {
                    yield Complaints.asPart(
                            Complaints.ignored(Reason.about(tuple, "missing mount point in '" + tuple + "'")));
                }
                List<Complaint> destination =
                        mounted ? MountValueGrammars.path(fields.get(1), context, checks) : List.of();
                yield destination.isEmpty() ? options(words, context) : Complaints.asPart(destination);
            }
        };
    }

    private static List<Complaint> options(Splitter words, ValueContext context) {
        List<Complaint> complaints = new ArrayList<>();
        while (true) {
            Parsed<List<String>> pair = Complaints.fields(words, 2);
            if (pair instanceof Parsed.Bad<List<String>>(Reason reason)) {
                complaints.add(Complaint.ignored(reason));
                return complaints;
            }
            List<String> fields = pair.toOptional().orElseThrow();
            if (fields.isEmpty()) {
                return complaints;
            }
            if (fields.size() == 1) {
                complaints.addAll(Complaints.asPart(
                        UnitSpecifiers.in(fields.getFirst(), context, UnitSpecifiers.LINE, all -> List.of())));
                return complaints;
            }
            complaints.addAll(Complaints.asPart(partition(fields.getFirst(), fields.get(1), context)));
        }
    }

    private static List<Complaint> partition(String name, String options, ValueContext context) {
        return context.catalogue().words("partition_designator").accepts(name, context.target())
                ? UnitSpecifiers.in(options, context, UnitSpecifiers.LINE, all -> List.of())
                : Complaints.ignored(Reason.unknown("partition designator", name));
    }

    private static List<Complaint> rootImageOptions(String value, ValueContext context) {
        List<List<String>> pairs = new ArrayList<>();
        List<Complaint> faults = Complaints.untilFault(Splitter.of(value, MountValueGrammars.TUPLES), tuple -> {
            Splitter words = Splitter.by(":", tuple, MERGED);
            return switch (Complaints.fields(words, 2)) {
                case Parsed.Bad<List<String>>(Reason reason) -> Complaints.ignored(reason);
                case Parsed.Good<List<String>>(List<String> fields) -> {
                    pairs.add(fields);
                    yield Complaints.unless(
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
                    Complaints.asPart(partition(named ? fields.getFirst() : "root", fields.getLast(), context)));
        }
        return complaints;
    }
}
