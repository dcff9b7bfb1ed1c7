package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grammars of the folders that systemd creates for a service, such as {@code StateDirectory=} (systemd.exec(5)). */
final class DirectoryValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<Paths.Check> RELATIVE = Set.of(Paths.Check.RELATIVE);

    private DirectoryValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("directories", GrammarFactory.of((value, context) -> directories(value, context)));
        return factories;
    }

    private static List<Complaint> directories(String value, ValueContext context) {
        List<Complaint> complaints = new ArrayList<>();
        Splitter tuples = Splitter.of(value, MountValueGrammars.TUPLES);
        for (Optional<Parsed<String>> next = tuples.next(); next.isPresent(); next = tuples.next()) {
            Parsed<List<String>> fields =
                    next.get().then(tuple -> Complaints.fields(Splitter.by(":", tuple, MountValueGrammars.FIELDS), 3));
            if (fields instanceof Parsed.Bad<List<String>>(Reason reason)) {
                complaints.add(Complaint.ignored(reason));
                return complaints;
            }
            complaints.addAll(Complaints.asPart(directory(fields.toOptional().orElseThrow(), context)));
        }
        return complaints;
    }

    private static List<Complaint> directory(List<String> fields, ValueContext context) {
        List<Complaint> source = UnitSpecifiers.in(
                fields.getFirst(), context, UnitSpecifiers.PATH, path -> switch (Paths.check(path, RELATIVE)) {
                    case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
                    case Parsed.Good<String>(String simple) ->
                        Complaints.unless(
                                !Paths.isBelow(simple, "private"),
                                Reason.about("private", "the folder 'private' is reserved for systemd"));
                });
        String link = fields.size() > 1 ? fields.get(1) : "";
        String flags = fields.size() > 2 ? fields.get(2) : "";
        if (!source.isEmpty()) {
            return source;
        }
        if (!link.isEmpty() && context.directive().key().equals("ConfigurationDirectory")) {
            return Complaints.ignored("ConfigurationDirectory= does not support symlinks");
        }
        List<Complaint> destination = link.isEmpty() ? List.of() : MountValueGrammars.path(link, context, RELATIVE);
        return destination.isEmpty()
                ? Complaints.unless(flags.isEmpty() || flags.equals("ro"), Reason.invalid("flag", flags, "ro"))
                : destination;
    }
}
