package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.Slip;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.directive.Complaint;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the lines of one file, one by one. */
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
    private final Nearest nearest = new Nearest();
    private final UnknownKeys unknown;

    LineRules(Lines lines, Sink sink) {
        this.lines = lines;
        this.sink = sink;
        this.unknown = new UnknownKeys(lines, nearest);
    }

    /** Returns the code for an effect. */
    static Code code(Effect effect) {
        return CODES.get(effect);
    }

    void judge(Kind kind, String object, ConfFile file) {
        file.slips().forEach(slip -> slip(kind, slip));
        file.assignments().forEach(assignment -> assignment(kind, object, assignment));
    }

    private void slip(Kind kind, Slip slip) {
        sink.add(switch (slip) {
            case Slip.OpenHeader(Span span) ->
                unread(kind, slip).fix(Advice.replace(span, span.text() + "]", "close the bracket"));
            case Slip.Form form when form.effect() == Effect.FILE_IGNORED ->
                unread(kind, form).fix("correct the line, or remove it");
            case Slip.Form form -> ignored(form).fix("write Key=Value, or begin a comment with #");
            case Slip.OutsideSection(boolean assignment, Span span) ->
                ignored(slip).fix(assignment ? "move the line below the header of its section" : "write Key=Value, or begin a comment with #");
            case Slip.UnknownSection(String name, Span span) -> section(kind, name, span);
        });
    }

    private static Finding unread(Kind kind, Slip slip) {
        return Finding.of(kind.isUnit() ? Code.SYS009 : Code.SYS008, slip.span(), slip.reason() + "; systemd does not read the rest of the file");
    }

    private static Finding ignored(Slip slip) {
        return Finding.of(Code.SYS001, slip.span(), slip.reason() + "; systemd ignores the line");
    }

    private Finding section(Kind kind, String name, Span span) {
        Optional<String> near = nearest.find(kind.name(), name, () -> lines.dialect(kind).known());
        Finding finding = Finding.of(Code.SYS002, span, lines.unread(kind, name) + "; systemd ignores the section");
        return near.map(n -> finding.fix(Advice.replace(span, "[" + n + "]", "write [" + n + "]")))
                .orElseGet(() -> finding.fix("remove the section, or begin its name with X-"));
    }

    private void assignment(Kind kind, String object, Assignment line) {
        Optional<Directive> found = lines.find(kind, line.section(), line.key());
        if (found.isEmpty()) {
            unknown.finding(kind, line).ifPresent(sink::add);
            return;
        }
        Directive directive = found.orElseThrow();
        String place = line.key() + "= in [" + line.section() + "]";
        int target = lines.target();
        if (directive.lifespan().since() > target) {
            sink.add(Finding.of(Code.SYS012, line.keySpan(), place + " is not supported by systemd " + target + " (since " + directive.lifespan().since() + "); it ignores the line")
                    .fix("remove the line for that release"));
        } else if (!directive.lifespan().usedBy(target)) {
            sink.add(replaced(Code.SYS011, line, place + " has no effect in systemd " + target + ", which only logs it", directive));
        } else {
            value(line, object, directive, place);
        }
    }

    private void value(Assignment line, String object, Directive directive, String place) {
        List<Complaint> complaints = lines.judge(directive, object, line.value());
        boolean advised = directive.lifespan().deprecatedIn(lines.target());
        if (advised && complaints.stream().noneMatch(c -> c.effect() == Effect.USED)) {
            sink.add(replaced(Code.SYS010, line, place + " is deprecated", directive));
        } else if (directive.oldName()) {
            sink.add(replaced(Code.SYS014, line, place + " is a deprecated name, which systemd accepts silently", directive));
        }
        for (Complaint complaint : complaints) {
            boolean young = complaint.effect() == Effect.LINE_IGNORED && Advice.since(line, directive, lines).filter(since -> since > lines.target()).isPresent();
            Finding finding = Finding.of(young ? Code.SYS012 : code(complaint.effect()), Advice.place(line, complaint.place()), place + ": " + complaint.reason());
            sink.add(complaint.effect() == Effect.USED && advised ? Advice.replaced(finding, line, directive) : Advice.value(finding, line, directive, lines));
        }
    }

    private static Finding replaced(Code code, Assignment line, String message, Directive directive) {
        return Advice.replaced(Finding.of(code, line.keySpan(), message), line, directive);
    }
}
