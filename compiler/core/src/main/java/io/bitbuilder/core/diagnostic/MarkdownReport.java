package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Locale;

/** Prints findings as a list in GitHub Flavored Markdown, for a comment or a summary of a forge. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** Returns the counts and the list, at most {@code budget} characters; the number of omitted findings is stated. */
    public static String print(List<Finding> findings, Limits limits, int budget) {
        Selection selection = Selection.of(findings, limits.of(Limit.DIAGNOSTICS_KEPT));
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(selection.counts()).append("\n\n");
        int listed = 0;
        for (Finding finding : selection.shown()) {
            String item = item(finding);
            if (out.length() + item.length() > budget) {
                break;
            }
            out.append(item);
            listed++;
        }
        int hidden = findings.size() - listed;
        return hidden == 0
                ? out.toString()
                : out.append("\n")
                        .append(hidden)
                        .append(" more are not listed here.\n")
                        .toString();
    }

    private static String item(Finding finding) {
        StringBuilder item = new StringBuilder("- **")
                .append(finding.severity().name().toLowerCase(Locale.ROOT))
                .append("** ")
                .append(finding.code().id())
                .append(" ")
                .append(place(finding.primary().span()))
                .append(": ")
                .append(Markdown.text(finding.message()))
                .append("\n");
        for (Label other : finding.secondary()) {
            item.append("  - ")
                    .append(place(other.span()))
                    .append(": ")
                    .append(Markdown.text(other.text()))
                    .append("\n");
        }
        finding.why()
                .ifPresent(why ->
                        item.append("  - why: ").append(Markdown.text(why)).append("\n"));
        finding.fixes()
                .forEach(fix -> item.append("  - fix: ")
                        .append(Markdown.text(fix.text()))
                        .append("\n"));
        return item.toString();
    }

    private static String place(Span span) {
        return Markdown.code(span.file().path() + ":" + span.line() + ":" + span.column());
    }
}
