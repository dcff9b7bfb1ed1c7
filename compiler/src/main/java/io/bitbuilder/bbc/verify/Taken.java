package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.directive.Complaint;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What systemd keeps of some lines: those that it refused count nothing, an empty one takes back what was there.
 *
 * @param place   where a finding about all of them stands
 * @param lines   the lines that were taken, whole or in part
 * @param spoiled true when a line was refused in a way that leaves out the whole section
 */
record Taken(Span place, List<Assignment> lines, boolean spoiled) {
    private static final Set<Effect> REFUSED = Set.of(Effect.LINE_IGNORED, Effect.SECTION_IGNORED, Effect.FILE_IGNORED);

    Taken {
        lines = List.copyOf(lines);
    }

    /**
     * The sections of a name and, each as one of its own, the lines of a key in [Network], in the order of reading; an empty line of that
     * key takes back all before it.
     */
    static List<Taken> withShort(Loaded object, Lines rules, String section, String key) {
        List<Taken> items = new ArrayList<>();
        object.files().forEach(file -> {
            Map<Integer, List<Assignment>> sections = new LinkedHashMap<>();
            for (Assignment line : file.assignments()) {
                if (line.section().equals("Network") && line.key().equals(key)) {
                    if (line.value().isEmpty()) {
                        items.clear();
                        sections.clear();
                    } else {
                        sections.put(-line.line(), List.of(line));
                    }
                } else if (line.section().equals(section) && rules.find(object.kind(), section, line.key()).isPresent()) {
                    sections.computeIfAbsent(line.header().index(), index -> new ArrayList<>()).add(line);
                }
            }
            sections.forEach((index, lines) -> items.add(Taken.of(object, rules, index < 0 ? lines.getFirst().span() : lines.getFirst().header().span(), lines)));
        });
        return items;
    }

    /** Of lines of an object; those that the release does not read count nothing. */
    static Taken of(Loaded object, Lines rules, Span place, List<Assignment> lines) {
        List<Assignment> taken = new ArrayList<>();
        boolean spoiled = false;
        for (Assignment line : lines) {
            Optional<Directive> directive = rules.find(object.kind(), line.section(), line.key()).filter(d -> d.lifespan().usedBy(rules.target()));
            if (directive.isPresent()) {
                List<Complaint> complaints = rules.judge(directive.get(), object.name(), line.value());
                spoiled |= complaints.stream().anyMatch(c -> c.effect() == Effect.SECTION_IGNORED || c.effect() == Effect.SILENT);
                if (complaints.stream().noneMatch(c -> REFUSED.contains(c.effect())) && hasGoodPart(line.value(), complaints)) {
                    taken.add(line);
                }
            }
        }
        return new Taken(place, taken, spoiled);
    }

    /** Of all lines of sections of those names. */
    static Taken ofAll(Loaded object, Lines rules, String... sections) {
        Set<String> names = Set.of(sections);
        List<Assignment> lines = object.files().flatMap(file -> file.assignments().stream()).filter(a -> names.contains(a.section())).toList();
        Span place = object.files().flatMap(file -> file.headers().stream()).filter(h -> names.contains(h.name())).map(h -> h.span()).findFirst()
                .orElseGet(() -> object.files().findFirst().orElseThrow().source().start());
        return of(object, rules, place, lines);
    }

    /** Of each section of a name by itself; sections without lines that the release reads make nothing. */
    static List<Taken> each(Loaded object, Lines rules, String section) {
        List<Taken> all = new ArrayList<>();
        object.files().forEach(file -> file.sections(section).forEach(header -> {
            List<Assignment> known = file.below(header).stream().filter(line -> rules.find(object.kind(), section, line.key()).isPresent()).toList();
            if (!known.isEmpty()) {
                all.add(of(object, rules, header.span(), known));
            }
        }));
        return all;
    }

    private static boolean hasGoodPart(String value, List<Complaint> complaints) {
        long bad = complaints.stream().filter(c -> c.effect() == Effect.PART_IGNORED).count();
        return bad == 0 || bad < Splitter.of(value).rest().toOptional().map(List::size).orElse(1);
    }

    /** The lines of keys that add to one another, behind the last empty one. */
    List<Assignment> all(String... keys) {
        Set<String> names = Set.of(keys);
        List<Assignment> found = new ArrayList<>();
        for (Assignment line : lines) {
            if (names.contains(line.key())) {
                if (line.value().isEmpty()) {
                    found.clear();
                } else {
                    found.add(line);
                }
            }
        }
        return found;
    }

    /** The line of keys of one meaning that counts; nothing when it is empty. */
    Optional<Assignment> last(String... keys) {
        List<Assignment> all = all(keys);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Its value. */
    Optional<String> value(String... keys) {
        return last(keys).map(Assignment::value);
    }

    /** True when there is one. */
    boolean has(String... keys) {
        return last(keys).isPresent();
    }

    /** True when it is a word for true. */
    boolean isTrue(String... keys) {
        return value(keys).flatMap(v -> Booleans.parse(v).toOptional()).orElse(false);
    }

    /** True when it is a word for false. */
    boolean isFalse(String... keys) {
        return !value(keys).flatMap(v -> Booleans.parse(v).toOptional()).orElse(true);
    }
}
