package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfSyntaxError;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the lines of one file, one by one. */
public final class LineRules {
    private static final Map<Effect, Code> CODES = Map.of(
            Effect.USED, Code.DEPRECATED,
            Effect.CHANGED, Code.VALUE_CHANGED,
            Effect.PART_IGNORED, Code.INVALID_LIST_ITEM,
            Effect.LINE_IGNORED, Code.INVALID_DIRECTIVE_VALUE,
            Effect.SECTION_IGNORED, Code.SECTION_IGNORED,
            Effect.FILE_IGNORED, Code.FILE_IGNORED,
            Effect.UNIT_REFUSED, Code.UNIT_REFUSED,
            Effect.SILENT, Code.VALUE_WITHOUT_EFFECT);

    private final LineChecker checker;
    private final FindingSink sink;
    private final NearNames nearest = new NearNames();
    private final UnknownKeys unknown;
    private final Replacements replacements;

    public LineRules(LineChecker checker, FindingSink sink) {
        this.checker = checker;
        this.sink = sink;
        this.unknown = new UnknownKeys(checker);
        this.replacements = new Replacements(checker);
    }

    /** Returns the code for an effect. */
    public static Code code(Effect effect) {
        return CODES.get(effect);
    }

    public void judge(FileKind kind, String object, ConfFile file) {
        file.syntaxErrors().stream()
                .filter(error -> !checker.isUnknown(error.span().text()))
                .forEach(error -> slip(kind, error));
        file.assignments().forEach(assignment -> assignment(kind, object, assignment));
    }

    private void slip(FileKind kind, ConfSyntaxError error) {
        sink.add(
                switch (error) {
                    case ConfSyntaxError.OpenHeader(Span span) ->
                        unread(kind, error).fix(LineFixes.replace(span, span.text() + "]", "close the bracket"));
                    case ConfSyntaxError.Malformed malformed
                    when malformed.effect() == Effect.FILE_IGNORED ->
                        unread(kind, malformed).fix("correct the line, or remove it");
                    case ConfSyntaxError.Malformed malformed ->
                        ignored(malformed).fix("write Key=Value, or begin a comment with #");
                    case ConfSyntaxError.OutsideSection(boolean assignment, Span span) ->
                        ignored(error)
                                .fix(
                                        assignment
                                                ? "move the line below the header of its section"
                                                : "write Key=Value, or begin a comment with #");
                    case ConfSyntaxError.UnknownSection(String name, Span span) -> section(kind, name, span);
                });
    }

    private static Finding unread(FileKind kind, ConfSyntaxError error) {
        return Finding.of(
                kind.isUnit() ? Code.UNIT_REFUSED : Code.FILE_IGNORED,
                error.span(),
                error.reason() + "; systemd does not read the rest of the file");
    }

    private static Finding ignored(ConfSyntaxError error) {
        return Finding.of(Code.INVALID_LINE, error.span(), error.reason() + "; systemd ignores the line");
    }

    private Finding section(FileKind kind, String name, Span span) {
        Finding finding =
                Finding.of(Code.UNKNOWN_SECTION, span, checker.unread(kind, name) + "; systemd ignores the section");
        Optional<String> known = KeyAdvice.section(kind, name);
        if (known.isPresent()) {
            return finding.fix("write " + known.get());
        }
        Optional<String> near = nearest.find(kind.word(), name, () -> unknown.sections(kind));
        return near.map(n -> finding.fix(LineFixes.replace(span, "[" + n + "]", "write [" + n + "]")))
                .orElseGet(() -> finding.fix("remove the section, or begin its name with X-"));
    }

    private void assignment(FileKind kind, String object, Assignment line) {
        Optional<Directive> found = checker.find(kind, line.section(), line.key());
        if (found.isEmpty()) {
            unknown.finding(kind, line).ifPresent(sink::add);
            return;
        }
        Directive directive = found.orElseThrow();
        String place = line.key() + "= in [" + line.section() + "]";
        int target = checker.target();
        if (directive.lifespan().since() > target) {
            sink.add(ContinuedLines.finding(
                            Code.UNSUPPORTED_IN_RELEASE,
                            line,
                            ContinuedLines.key(line),
                            place + " is not supported by systemd " + target + " (since "
                                    + directive.lifespan().since() + "); it ignores the line")
                    .fix(replacements.younger(kind, line, directive)));
        } else if (!directive.lifespan().usedBy(target)) {
            int removed = directive.lifespan().removed();
            String message = place + " was removed" + (removed > 0 ? " in systemd " + removed : "") + "; systemd "
                    + target + " ignores the line";
            sink.add(replacements.removed(
                    ContinuedLines.finding(Code.OBSOLETE_DIRECTIVE, line, ContinuedLines.key(line), message),
                    kind,
                    line,
                    directive));
        } else {
            value(kind, line, object, directive, place);
        }
    }

    private void value(FileKind kind, Assignment line, String object, Directive directive, String place) {
        List<Complaint> complaints = checker.judge(directive, object, line.value());
        boolean advised = directive.lifespan().deprecatedIn(checker.target());
        if (advised && complaints.stream().noneMatch(c -> c.effect() == Effect.USED)) {
            sink.add(replaced(Code.DEPRECATED, line, place + " is deprecated", directive));
        } else if (directive.oldName() && replacements.isReplaced(directive, kind)) {
            sink.add(replaced(
                    Code.DEPRECATED_NAME,
                    line,
                    place + " is a deprecated name, which systemd accepts silently",
                    directive));
        }
        for (Complaint complaint : complaints) {
            boolean young = complaint.effect() == Effect.LINE_IGNORED
                    && LineFixes.since(line, directive, checker)
                            .filter(since -> since > checker.target())
                            .isPresent();
            Finding finding = ContinuedLines.finding(
                    young ? Code.UNSUPPORTED_IN_RELEASE : code(complaint.effect()),
                    line,
                    LineFixes.place(line, complaint.place()),
                    place + ": " + complaint.reason());
            if (complaint.effect() == Effect.UNIT_REFUSED || complaint.effect() == Effect.FILE_IGNORED) {
                finding = stopped(finding, line);
            }
            boolean renamed = complaint.effect() == Effect.USED
                    && advised
                    && !directive.replacement().isEmpty();
            sink.add(
                    renamed
                            ? replacements.renamed(finding, line, directive)
                            : fixed(finding, complaint, line, directive));
        }
    }

    private Finding fixed(Finding finding, Complaint complaint, Assignment line, Directive directive) {
        return complaint
                .remedy()
                .map(remedy -> LineFixes.remedied(finding, line, complaint.place(), remedy))
                .orElseGet(() -> LineFixes.value(finding, line, directive, checker));
    }

    /** Says that lines below are not judged, if there are any. */
    private static Finding stopped(Finding finding, Assignment line) {
        return line.span().file().text().substring(line.span().end()).isBlank()
                ? finding
                : finding.why("systemd reads the file up to this line only, and lines below are not checked");
    }

    private Finding replaced(Code code, Assignment line, String message, Directive directive) {
        Finding finding = ContinuedLines.finding(code, line, ContinuedLines.key(line), message);
        return directive.replacement().isEmpty()
                ? finding.fix("remove the line")
                : replacements.renamed(finding, line, directive);
    }
}
