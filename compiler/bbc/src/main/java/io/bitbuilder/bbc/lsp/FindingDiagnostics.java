package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Label;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;

/** Findings as diagnostics: the code, the words, the places and the reasons of {@code bbc check}. */
final class FindingDiagnostics {
    private static final String SOURCE = "bbc";

    private final Optional<Path> pages;
    private final OpenDocuments documents;

    FindingDiagnostics(Optional<Path> pages, OpenDocuments documents) {
        this.pages = pages;
        this.documents = documents;
    }

    /** Returns the diagnostic; a root makes the paths of places absolute. */
    Diagnostic of(Finding finding, Optional<Path> root) {
        Diagnostic made = new Diagnostic(
                TextPositions.range(finding.primary().span()),
                text(finding),
                severity(finding.severity()),
                SOURCE,
                finding.code().id());
        page(finding.code()).ifPresent(page -> made.setCodeDescription(new DiagnosticCodeDescription(page)));
        List<DiagnosticRelatedInformation> others = finding.secondary().stream()
                .filter(label -> !(label.span().file().owner() instanceof Owner.Std))
                .map(label -> related(label, root))
                .toList();
        if (!others.isEmpty()) {
            made.setRelatedInformation(others);
        }
        return made;
    }

    private Optional<String> page(Code code) {
        return pages.map(folder -> uri(folder.resolve(code.id() + ".md")));
    }

    /** Returns the lines of the report in text: the sentence, the reason, the fixes. */
    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(finding.message());
        finding.why().ifPresent(why -> text.append("\nwhy: ").append(why));
        finding.fixes().forEach(fix -> text.append("\nfix: ").append(fix.text()));
        return text.toString();
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }

    private DiagnosticRelatedInformation related(Label label, Optional<Path> root) {
        String text = label.text().isEmpty() ? "here" : label.text();
        return new DiagnosticRelatedInformation(
                new Location(uri(label.span().file(), root), TextPositions.range(label.span())), text);
    }

    /** Returns the URI of a file of a fleet, as the client spells it if it is open. */
    String uri(SourceFile file, Optional<Path> root) {
        Path path = root.map(base -> base.resolve(file.path())).orElseGet(() -> Path.of(file.path()));
        return documents.all().stream()
                .filter(document -> document.file().equals(path))
                .map(OpenDocument::uri)
                .findFirst()
                .orElseGet(() -> uri(path));
    }

    /** Returns the URI of a file as editors spell it: without an authority {@code file:///}. */
    static String uri(Path path) {
        return path.toUri().toString();
    }
}
