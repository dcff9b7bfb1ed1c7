package io.bitbuilder.bbc.lower.kit;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SinkValue;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Setting;
import io.bitbuilder.bbc.schema.DirectivePath;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Directives of one file that are fields of one block ({@code writes} in its kind). A section may name the place where
 * they go; all others follow at the end of their section, in the order of the kind.
 */
public final class FieldDirectives {
    private final ArtefactKind kind;
    private final Origins at;
    private final List<Setting> settings;
    private final List<Setting> waiting;

    private FieldDirectives(ArtefactKind kind, Origins at) {
        this.kind = kind;
        this.at = at;
        this.settings = at.settings().stream()
                .filter(s -> s.directive().file().equals(kind.file()))
                .toList();
        this.waiting = new ArrayList<>(settings);
    }

    /** Returns the directives that a block has in a file of a kind. */
    public static FieldDirectives of(ArtefactKind kind, Origins at) {
        return new FieldDirectives(kind, at);
    }

    /**
     * Checks that every {@code writes} names a file of its kind, a directive that the newest systemd uses there, and a
     * field whose type has a notation.
     *
     * @throws InternalFault if one does not; the kinds are part of the installation
     */
    public static void require(Schema schema, Catalogue catalogue) {
        for (Kind kind : schema.kinds()) {
            kind.fields()
                    .forEach((path, field) -> field.writes()
                            .forEach(directive -> problem(kind, field, directive, catalogue)
                                    .ifPresent(problem -> {
                                        throw new InternalFault("kind " + kind.name() + ": " + path + " writes \""
                                                + directive + "\": " + problem);
                                    })));
        }
    }

    private static Optional<String> problem(Kind kind, Field field, DirectivePath directive, Catalogue catalogue) {
        Optional<ArtefactKind> file = ArtefactKind.written(kind.name(), directive.file());
        if (file.isEmpty()) {
            return Optional.of("unknown file '" + directive.file() + "'");
        }
        boolean used = file.get().content().stream()
                .flatMap(type -> catalogue.find(type, directive.section(), directive.key()).stream())
                .anyMatch(d -> d.lifespan().usedBy(Catalogue.NEWEST) && !d.oldName());
        if (!used) {
            return Optional.of("unknown directive " + directive.section() + "." + directive.key());
        }
        return FieldSinks.of(file.get(), field.type()).isEmpty()
                ? Optional.of("unsupported type of a directive")
                : Optional.empty();
    }

    /** Adds the directives of a section that are not placed yet. */
    public Section.Builder in(Section.Builder section) {
        return in(section, "");
    }

    /** Adds those of the fields of a nested block, such as {@code cpu.}. */
    public Section.Builder in(Section.Builder section, String prefix) {
        for (Iterator<Setting> all = waiting.iterator(); all.hasNext(); ) {
            Setting setting = all.next();
            if (setting.directive().section().equals(section.name())
                    && setting.field().startsWith(prefix)) {
                section.each(setting.directive().key(), values(setting), at.of(setting.field()));
                all.remove();
            }
        }
        return section;
    }

    /** Builds the file; directives that no section has placed go to the end of theirs, or to a new section. */
    public SystemdFile file(String path, Banner banner, Section.Builder... sections) {
        List<Section.Builder> all = new ArrayList<>(List.of(sections));
        while (!waiting.isEmpty()) {
            String name = waiting.getFirst().directive().section();
            Section.Builder section = all.stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> {
                        Section.Builder added = Section.named(name, at.block());
                        all.add(added);
                        return added;
                    });
            in(section);
        }
        SystemdFile file = SystemdFile.of(path, kind, banner, all.toArray(Section.Builder[]::new));
        settings.forEach(s -> requireOnce(file, s));
        return file;
    }

    /** Checks that no other entry writes a directive that is a field. */
    private void requireOnce(SystemdFile file, Setting setting) {
        DirectivePath directive = setting.directive();
        long lines = file.sections().stream()
                .filter(s -> s.name().equals(directive.section()))
                .flatMap(s -> s.entries().stream())
                .filter(e -> e.key().equals(directive.key()))
                .count();
        if (lines != values(setting).size()) {
            throw new InternalFault(file.path() + ": " + directive + " is set by a field and written a second time");
        }
    }

    private List<SinkValue> values(Setting setting) {
        return setting.value()
                .map(FieldSinks.of(kind, setting.type()).orElseThrow())
                .orElse(List.of());
    }
}
