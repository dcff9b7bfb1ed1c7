package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.CertainFixes;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Fixes of the published findings as code actions; {@code source.fixAll} makes the certain ones of a file. */
final class QuickFixes {
    private final DiagnosticPublisher publisher;
    private final FindingDiagnostics diagnostics;

    QuickFixes(DiagnosticPublisher publisher, FindingDiagnostics diagnostics) {
        this.publisher = publisher;
        this.diagnostics = diagnostics;
    }

    /** Returns the fixes of the findings in a range; none while the findings are those of an older text. */
    List<CodeAction> of(OpenDocument document, CodeActionParams params) {
        Optional<DiagnosticPublisher.Published> known =
                publisher.of(document.uri()).filter(published -> published.version() == document.version());
        List<CodeAction> actions = new ArrayList<>();
        known.ifPresent(published -> {
            for (Finding finding : published.findings()) {
                if (touches(TextPositions.range(finding.primary().span()), params.getRange())) {
                    finding.fixes().stream()
                            .filter(fix -> isApplicable(fix, document))
                            .map(fix -> action(fix, finding, published))
                            .forEach(actions::add);
                }
            }
            fixAll(document, published.findings()).ifPresent(actions::add);
        });
        List<String> only =
                params.getContext() == null ? null : params.getContext().getOnly();
        return only == null || only.isEmpty()
                ? actions
                : actions.stream()
                        .filter(action -> only.stream().anyMatch(kind -> isOf(action.getKind(), kind)))
                        .toList();
    }

    private static boolean isOf(String kind, String wanted) {
        return kind.equals(wanted) || kind.startsWith(wanted + ".");
    }

    /** Edits of this file must be those of its present text; edits of the standard library are none. */
    private static boolean isApplicable(Fix fix, OpenDocument document) {
        return !fix.edits().isEmpty()
                && fix.edits().stream()
                        .map(edit -> edit.span().file())
                        .allMatch(file -> !(file.owner() instanceof Owner.Std)
                                && (!file.path().equals(document.path())
                                        || file.text().equals(document.text().replace("\r\n", "\n"))
                                        || file.text().equals(document.text())));
    }

    private CodeAction action(Fix fix, Finding finding, DiagnosticPublisher.Published published) {
        Map<String, List<TextEdit>> changes = new TreeMap<>();
        fix.edits()
                .forEach(edit -> changes.computeIfAbsent(
                                diagnostics.uri(edit.span().file(), published.root()), uri -> new ArrayList<>())
                        .add(new TextEdit(TextPositions.range(edit.span()), edit.text())));
        CodeAction action = new CodeAction(fix.text());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostics.of(finding, published.root())));
        action.setIsPreferred(fix.certain());
        action.setEdit(new WorkspaceEdit(changes));
        return action;
    }

    private static Optional<CodeAction> fixAll(OpenDocument document, List<Finding> findings) {
        String fixed = CertainFixes.applied(findings).get(document.path());
        if (fixed == null) {
            return Optional.empty();
        }
        CodeAction action = new CodeAction("make all certain fixes, as `bbc check --fix`");
        action.setKind(CodeActionKind.SourceFixAll);
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), replaced(document.text(), fixed))));
        return Optional.of(action);
    }

    /** Returns the edit that turns a text into another: only the part that differs. */
    static List<TextEdit> replaced(String old, String now) {
        if (old.equals(now)) {
            return List.of();
        }
        int start = MovedFindings.prefix(old, now);
        start = old.lastIndexOf('\n', start - 1) + 1;
        int end = MovedFindings.suffix(old, now, Math.min(old.length(), now.length()) - start);
        // Whole lines, so that no CR LF is cut.
        int feed = old.indexOf('\n', old.length() - end);
        end = feed < 0 ? 0 : old.length() - feed - 1;
        TextPositions positions = new TextPositions(old);
        return List.of(new TextEdit(
                new Range(positions.position(start), positions.position(old.length() - end)),
                now.substring(start, now.length() - end)));
    }

    private static boolean touches(Range one, Range other) {
        return compare(one.getStart(), other.getEnd()) <= 0 && compare(other.getStart(), one.getEnd()) <= 0;
    }

    private static int compare(Position one, Position other) {
        return one.getLine() != other.getLine()
                ? Integer.compare(one.getLine(), other.getLine())
                : Integer.compare(one.getCharacter(), other.getCharacter());
    }
}
