package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.GithubReport;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.JunitReport;
import io.bitbuilder.core.diagnostic.Markdown;
import io.bitbuilder.core.diagnostic.MarkdownReport;
import io.bitbuilder.core.diagnostic.Relocation;
import io.bitbuilder.core.diagnostic.SarifReport;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Limits;
import java.util.List;

/** Prints findings and failures: text on stderr, every other format as one document on stdout. */
final class FindingPrinter {
    private FindingPrinter() {}

    /** Prints the findings and returns the exit code: 1 if there is an error, else 0. */
    static int print(Console console, Formatted.Format format, SourceViews views, Findings findings) {
        print(console, format, shown(format, views, findings));
        return findings.hasErrors() ? 1 : 0;
    }

    /** Returns the sorted findings with displayed paths: forges want those from the top of the work tree. */
    static List<Finding> shown(Formatted.Format format, SourceViews views, Findings findings) {
        return Relocation.by(
                switch (format) {
                    case TEXT, JSON -> views.toReader();
                    case MARKDOWN, SARIF, JUNIT, GITHUB -> views.toTop();
                },
                findings.sorted());
    }

    /** Prints sorted findings. */
    static void print(Console console, Formatted.Format format, List<Finding> sorted) {
        boolean errors = sorted.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        switch (format) {
            case TEXT -> console.err().print(text(console, sorted));
            case JSON -> console.out().print(JsonReport.print(sorted, Limits.DEFAULT));
            case MARKDOWN -> console.out().print(markdown(errors ? "errors" : "no errors", sorted));
            case SARIF -> console.out().print(SarifReport.print(sorted, Limits.DEFAULT, VersionCommand.version()));
            case JUNIT -> console.out().print(JunitReport.print(sorted, Limits.DEFAULT));
            case GITHUB -> console.out().print(GithubReport.print(sorted));
        }
    }

    /** Returns findings below a heading. */
    static String markdown(String heading, List<Finding> sorted) {
        String list = MarkdownReport.print(sorted, Limits.DEFAULT, Markdown.COMMENT_CHARS);
        return "### bbc: " + heading + "\n" + (list.isEmpty() ? "" : "\n" + list);
    }

    /** Prints the reason of a run that could not be finished, so that no document is empty. */
    static void printFailure(Console console, Formatted.Format format, String reason) {
        switch (format) {
            case TEXT -> {}
            case JSON ->
                console.out()
                        .print(JsonText.of(Json.object().put("failure", reason).build()));
            case MARKDOWN -> console.out().print("### bbc: failed\n\n" + Markdown.text(reason) + "\n");
            case SARIF -> console.out().print(SarifReport.failed(reason, VersionCommand.version()));
            case JUNIT -> console.out().print(JunitReport.failed(reason));
            case GITHUB -> console.out().print(GithubReport.message(Severity.ERROR, "bbc", reason));
        }
    }

    private static String text(Console console, List<Finding> findings) {
        return TextReport.of(console.colour(), Environment.isUtf8(), Limits.DEFAULT)
                .print(findings);
    }
}
