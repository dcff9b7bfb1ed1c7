package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.Slip;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Edit;
import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Fix;
import io.bitbuilder.bbc.diagnostic.Suggest;
import io.bitbuilder.bbc.directive.Complaint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Judges the lines of one file, one by one. */
final class LineRules {
    private static final Map<Effect, Code> CODES = Map.of(
            Effect.USED, Code.SYS010,
            Effect.CHANGED, Code.SYS006,
            Effect.PART_IGNORED, Code.SYS005,
            Effect.LINE_IGNORED, Code.SYS004,
            Effect.SECTION_IGNORED, Code.SYS007,
            Effect.FILE_IGNORED, Code.SYS008,
            Effect.UNIT_REFUSED, Code.SYS009,
            Effect.SILENT, Code.SYS013);

    private final Lines lines;
    private final Sink sink;

    LineRules(Lines lines, Sink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    /** The code of what systemd does. */
    static Code code(Effect effect) {
        return CODES.get(effect);
    }

    void judge(Kind kind, String object, ConfFile file) {
        file.slips().forEach(slip -> slip(kind, slip));
        file.assignments().forEach(assignment -> assignment(kind, object, assignment));
    }

    private void slip(Kind kind, Slip slip) {
        if (slip.kind() == Slip.Kind.SECTION) {
            String name = slip.reason();
            Optional<String> near = Suggest.closest(name, lines.dialect(kind).known());
            Finding finding = Finding.of(Code.SYS002, slip.span(), lines.unread(kind, name) + "; systemd leaves it out with all its lines");
            sink.add(near.map(n -> finding.fix(replace(slip.span(), "[" + n + "]", "write [" + n + "]"))).orElse(finding));
        } else if (slip.effect() == Effect.FILE_IGNORED) {
            sink.add(kind.isUnit() ? Code.SYS009 : Code.SYS008, slip.span(), slip.reason() + "; systemd reads nothing behind it");
        } else {
            sink.add(Code.SYS001, slip.span(), slip.reason());
        }
    }

    private void assignment(Kind kind, String object, Assignment assignment) {
        Optional<Directive> found = lines.find(kind, assignment.section(), assignment.key());
        if (found.isEmpty()) {
            unknown(kind, assignment);
            return;
        }
        Directive directive = found.orElseThrow();
        String place = place(assignment);
        if (directive.lifespan().since() > lines.target()) {
            sink.add(Code.SYS012, assignment.keySpan(), place + " came with systemd " + directive.lifespan().since() + "; systemd " + lines.target() + " leaves the line out");
            return;
        }
        if (!directive.lifespan().usedBy(lines.target())) {
            sink.add(replaced(Finding.of(Code.SYS011, assignment.keySpan(), "systemd " + lines.target() + " reads " + place + " and does nothing with it"), directive));
            return;
        }
        if (directive.lifespan().deprecatedIn(lines.target())) {
            sink.add(replaced(Finding.of(Code.SYS010, assignment.keySpan(), "systemd advises against " + place), directive));
        }
        if (directive.oldName()) {
            sink.add(replaced(Finding.of(Code.SYS014, assignment.keySpan(), place + " is an old name, and no page of systemd has it any more"), directive));
        }
        for (Complaint complaint : lines.judge(directive, object, assignment.value())) {
            sink.add(code(complaint.effect()), assignment.span(), place + ": " + complaint.reason());
        }
    }

    private static Finding replaced(Finding finding, Directive directive) {
        return directive.replacement().isEmpty() ? finding.fix("remove the line") : finding.fix("write " + directive.replacement() + "= instead");
    }

    private void unknown(Kind kind, Assignment assignment) {
        if (assignment.key().startsWith("X-")) {
            return;
        }
        Finding finding = Finding.of(Code.SYS003, assignment.keySpan(), place(assignment) + " is unknown; systemd leaves the line out");
        TreeSet<String> keys = new TreeSet<>();
        kind.types().forEach(type -> keys.addAll(lines.catalogue().directives(type, assignment.section()).keySet()));
        Optional<String> near = Suggest.closest(assignment.key(), keys);
        List<String> elsewhere = kind.types().stream()
                .flatMap(type -> lines.catalogue().sections(type).stream().filter(s -> lines.catalogue().find(type, s, assignment.key()).isPresent()))
                .distinct().toList();
        if (near.isPresent()) {
            finding = finding.fix(replace(assignment.keySpan(), near.get(), "write " + near.get() + "="));
        } else if (!elsewhere.isEmpty()) {
            finding = finding.fix("move it to [" + elsewhere.getFirst() + "]");
        }
        sink.add(finding);
    }

    private static Fix replace(io.bitbuilder.bbc.source.Span span, String text, String words) {
        return new Fix(words, List.of(new Edit(span, text)));
    }

    private static String place(Assignment assignment) {
        return assignment.key() + "= in [" + assignment.section() + "]";
    }
}
