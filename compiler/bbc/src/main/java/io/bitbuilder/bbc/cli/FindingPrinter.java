package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.Relocation;
import io.bitbuilder.core.diagnostic.SarifReport;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import java.util.List;

/** Prints findings: text on stderr, JSON and SARIF documents on stdout. */
final class FindingPrinter {
    private FindingPrinter() {}

    /**
     * Prints the findings and returns the exit code: 1 if there is an error, else 0.
     *
     * @param paths displayed paths of the sources
     */
    static int print(Console console, FormatOption.Format format, SourceViews paths, Findings findings) {
        print(
                console,
                format,
                Relocation.by(
                        format == FormatOption.Format.SARIF ? paths.toTop() : paths.toReader(), findings.sorted()));
        return findings.hasErrors() ? 1 : 0;
    }

    /** Prints sorted findings. */
    static void print(Console console, FormatOption.Format format, List<Finding> sorted) {
        switch (format) {
            case TEXT -> console.err().print(text(console, sorted));
            case JSON -> console.out().print(JsonReport.print(sorted, Limits.DEFAULT));
            case SARIF -> console.out().print(SarifReport.print(sorted, Limits.DEFAULT, VersionCommand.version()));
        }
    }

    private static String text(Console console, List<Finding> findings) {
        return TextReport.of(console.colour(), Environment.isUtf8(), Limits.DEFAULT)
                .print(findings);
    }
}
