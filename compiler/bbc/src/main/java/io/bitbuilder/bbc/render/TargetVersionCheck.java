package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.catalogue.EnumWords;
import io.bitbuilder.systemd.catalogue.Lifespan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports directives, enumeration words and options of systemd-nspawn and systemd-vmspawn that the oldest systemd of
 * the fleet does not support yet or no longer, each at its field.
 */
public final class TargetVersionCheck {
    private static final String WORD = "enum:";

    private final Catalogue catalogue;
    private final Platform platform;
    private final Map<String, Map<String, Lifespan>> options = new HashMap<>();
    private final Findings findings;

    private TargetVersionCheck(Catalogue catalogue, Platform platform, Findings findings) {
        this.catalogue = catalogue;
        this.platform = platform;
        this.findings = findings;
        for (List<String> row : CatalogueTable.rows("options.tsv", 7)) {
            options.computeIfAbsent("/usr/bin/" + row.get(0), tool -> new HashMap<>())
                    .put(row.get(1), Lifespan.of(row.get(5), "", row.get(6)));
        }
    }

    /**
     * Checks the files of a fleet without other findings. The newest release in the tables supports all that bbc
     * writes.
     */
    public static void check(Fleet fleet, Findings findings) {
        if (fleet.platform().systemd() < Catalogue.NEWEST) {
            check(Lowering.lower(fleet), fleet.platform(), findings);
        }
    }

    static void check(List<Artefact> artefacts, Platform platform, Findings findings) {
        TargetVersionCheck newer = new TargetVersionCheck(Catalogue.load(), platform, findings);
        for (Artefact artefact : artefacts) {
            if (artefact instanceof SystemdFile file) {
                newer.file(file);
            }
        }
    }

    private void file(SystemdFile file) {
        for (Section section : file.sections()) {
            for (Entry entry : section.entries()) {
                file.kind().content().stream()
                        .flatMap(type -> catalogue.find(type, section.name(), entry.key()).stream())
                        .findFirst()
                        .ifPresent(directive -> entry(file, directive, entry));
            }
        }
    }

    private void entry(SystemdFile file, Directive directive, Entry entry) {
        String place = "`" + directive.key() + "=` of [" + directive.section() + "]";
        refuse(file, entry, place, directive.lifespan());
        int list = directive.valueClass().indexOf(WORD);
        if (list >= 0) {
            EnumWords words = catalogue.words(directive.valueClass().substring(list + WORD.length()));
            String word = entry.value().text();
            Optional.ofNullable(words.words().get(word))
                    .ifPresent(life -> refuse(file, entry, "`" + word + "` in " + place, life));
        }
        if (entry.value() instanceof ExecLine line) {
            Map<String, Lifespan> known = options.getOrDefault(line.program(), Map.of());
            for (ExecLine.Argument argument : line.arguments()) {
                String option = argument.option();
                Optional.ofNullable(known.get(option))
                        .ifPresent(life -> refuse(file, entry, "`" + option + "` of " + line.program(), life));
            }
        }
    }

    private void refuse(SystemdFile file, Entry entry, String what, Lifespan life) {
        int target = platform.systemd();
        if (!life.usedBy(target)) {
            String reason = life.since() > target
                    ? " requires systemd " + life.since()
                    : " was removed in systemd " + life.removed();
            findings.add(Finding.of(
                            Code.UNSUPPORTED_FIELD,
                            entry.origin().span(),
                            what + reason + "; the platform runs " + target)
                    .also(platform.at().span("systemd"), "the oldest systemd of the fleet")
                    .why("this field is written to " + file.path() + " as " + what)
                    .fix(
                            life.since() > target
                                    ? "remove the field, or raise `systemd` of the platform"
                                    : "remove the field"));
        }
    }
}
