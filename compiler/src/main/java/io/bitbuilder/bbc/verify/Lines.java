package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.Dialect;
import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.directive.Complaint;
import io.bitbuilder.bbc.directive.Context;
import io.bitbuilder.bbc.directive.Grammars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What systemd thinks of single lines: the catalogue and the grammars for one release. Used by one thread at a time. */
public final class Lines {
    /** Effects after which the rest of a file is not read. */
    private static final Set<Effect> STOPPED = Set.of(Effect.FILE_IGNORED, Effect.UNIT_REFUSED);

    private final Catalogue catalogue;
    private final Grammars grammars;
    private final int target;
    private final Map<Kind, Dialect> dialects = new HashMap<>();
    private final Map<String, Set<String>> sections = new HashMap<>();

    /** For that release, {@link Catalogue#OLDEST} to {@link Catalogue#NEWEST}. */
    public Lines(Catalogue catalogue, Grammars grammars, int target) {
        this.catalogue = catalogue;
        this.grammars = grammars;
        this.target = target;
    }

    /** The tables. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The release. */
    public int target() {
        return target;
    }

    /** The directive, whatever release reads it. */
    public Optional<Directive> find(Kind kind, String section, String key) {
        return kind.types().stream().flatMap(type -> catalogue.find(type, section, key).stream()).findFirst();
    }

    /** The sections that the release reads in files of a kind. */
    public Dialect dialect(Kind kind) {
        return dialects.computeIfAbsent(kind, k -> {
            Set<String> known = new TreeSet<>(sections(k, target));
            Set<String> silent = SilentSections.of(k, known);
            known.removeAll(silent);
            return new Dialect(known, silent);
        });
    }

    /** Why systemd does not read a section, in words that a message begins with. */
    String unread(Kind kind, String section) {
        if (sections(kind, target).contains(section)) {
            return "a device of this kind has no section [" + section + "]";
        }
        return sections(kind, Catalogue.NEWEST).contains(section)
                ? "systemd " + target + " does not know the section [" + section + "] yet"
                : "a " + kind.name() + " file has no section [" + section + "]";
    }

    /** Units have a list of their own each; other kinds have the sections of their types. */
    private Set<String> sections(Kind kind, int release) {
        return sections.computeIfAbsent(kind.name() + ' ' + release, name -> {
            Set<String> known = new TreeSet<>(catalogue.sections(kind.name(), release));
            if (known.isEmpty()) {
                kind.types().forEach(type -> known.addAll(catalogue.sections(type, release)));
            }
            return known;
        });
    }

    /**
     * What systemd says about a value of a directive that the release uses.
     *
     * @param object name of the file, or of what its drop-in belongs to
     */
    public List<Complaint> judge(Directive directive, String object, String value) {
        return grammars.of(directive).map(grammar -> grammar.judge(value, new Context(directive, object, target, catalogue))).orElse(List.of());
    }

    /** True when systemd reads nothing behind the assignment, because its parser fails at the value. */
    public boolean stopsAt(Kind kind, String object, Assignment assignment) {
        return find(kind, assignment.section(), assignment.key())
                .filter(directive -> directive.lifespan().usedBy(target))
                .filter(directive -> judge(directive, object, assignment.value()).stream().anyMatch(c -> STOPPED.contains(c.effect())))
                .isPresent();
    }
}
