package io.bitbuilder.systemd.object;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.Dialect;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Rules for single lines of one release: catalogue and grammars. Safe for use by several threads. */
public final class LineChecker {
    /** Effects after which systemd does not read the rest of a file. */
    private static final Set<Effect> STOPPED = Set.of(Effect.FILE_IGNORED, Effect.UNIT_REFUSED);

    private final Catalogue catalogue;
    private final ValueGrammars grammars;
    private final int target;
    private final boolean sources;
    private final Set<String> routeTables;
    private final Map<FileKind, Dialect> dialects = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> sections = new ConcurrentHashMap<>();

    /** Joins catalogue and grammars for a release, {@link Catalogue#OLDEST} to {@link Catalogue#NEWEST}. */
    public LineChecker(Catalogue catalogue, ValueGrammars grammars, int target) {
        this(catalogue, grammars, target, false, Set.of());
    }

    private LineChecker(
            Catalogue catalogue, ValueGrammars grammars, int target, boolean sources, Set<String> routeTables) {
        this.catalogue = catalogue;
        this.grammars = grammars;
        this.target = target;
        this.sources = sources;
        this.routeTables = Set.copyOf(routeTables);
    }

    /**
     * Returns rules for the files of one run.
     *
     * @param tree true for trees with sources of files, in which values with {@link TemplateMarks placeholders} are not
     *     yet known
     * @param tables names of routing tables that networkd.conf defines in them
     */
    public LineChecker of(boolean tree, Set<String> tables) {
        return new LineChecker(catalogue, grammars, target, tree, tables);
    }

    /** Returns whether the rules are those for trees. */
    public boolean isOfSources() {
        return sources;
    }

    /** Returns whether a string is not yet known, because it contains a placeholder. */
    public boolean isUnknown(String text) {
        return sources && TemplateMarks.isIn(text);
    }

    /** Returns the catalogue. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the release. */
    public int target() {
        return target;
    }

    /** Returns the directive, whichever release reads it. */
    public Optional<Directive> find(FileKind kind, String section, String key) {
        return kind.types().stream()
                .flatMap(type -> catalogue.find(type, section, key).stream())
                .findFirst();
    }

    /** Returns the sections that the release reads in files of a kind. */
    public Dialect dialect(FileKind kind) {
        return dialects.computeIfAbsent(kind, k -> {
            Set<String> known = new TreeSet<>(sections(k, target));
            Set<String> silent = IgnoredSections.of(k, known);
            known.removeAll(silent);
            return new Dialect(known, silent);
        });
    }

    /** Returns why systemd does not read a section, as the beginning of a message. */
    public String unread(FileKind kind, String section) {
        if (sections(kind, target).contains(section)) {
            return "section [" + section + "] does not apply to this kind of device";
        }
        return sections(kind, Catalogue.NEWEST).contains(section)
                ? "section [" + section + "] is not supported by systemd " + target
                : "unknown section [" + section + "] in a " + kind.word() + " file";
    }

    /**
     * Returns the sections of a kind: each type of unit has its own list, other kinds have the sections of their types.
     */
    private Set<String> sections(FileKind kind, int release) {
        return sections.computeIfAbsent(kind.word() + ' ' + release, name -> {
            Set<String> known = new TreeSet<>(catalogue.sections(kind.word(), release));
            if (known.isEmpty()) {
                kind.types().forEach(type -> known.addAll(catalogue.sections(type, release)));
            }
            return known;
        });
    }

    /**
     * Returns the complaints of systemd about a value of a directive that the release uses.
     *
     * @param object name of the configured object
     */
    public List<Complaint> judge(Directive directive, String object, String value) {
        if (isUnknown(value) || directive.valueClass().startsWith("route-table") && routeTables.contains(value)) {
            return List.of();
        }
        return grammars
                .of(directive)
                .map(grammar -> grammar.judge(value, new ValueContext(directive, object, target, catalogue)))
                .orElse(List.of())
                .stream()
                .map(complaint -> complaint.in(value))
                .toList();
    }

    /** Returns whether systemd stops reading at the assignment, because its parser fails at the value. */
    public boolean stopsAt(FileKind kind, String object, Assignment assignment) {
        return find(kind, assignment.section(), assignment.key())
                .filter(directive -> directive.lifespan().usedBy(target))
                .filter(directive -> judge(directive, object, assignment.value()).stream()
                        .anyMatch(c -> STOPPED.contains(c.effect())))
                .isPresent();
    }
}
