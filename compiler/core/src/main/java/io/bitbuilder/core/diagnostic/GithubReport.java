package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Prints findings as workflow commands of GitHub Actions, which become annotations of the change. A step shows ten of
 * each severity, in the order of printing, and drops the rest silently: the tenth states the number of the others.
 */
public final class GithubReport {
    private static final int SHOWN = 10;

    private GithubReport() {}

    /** Returns one line for each finding. */
    public static String print(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            List<Finding> all = new ArrayList<>(findings.stream()
                    .filter(f -> f.severity() == severity)
                    .sorted(Comparator.naturalOrder())
                    .toList());
            int shown = all.size() <= SHOWN ? all.size() : SHOWN - 1;
            all.subList(0, shown).forEach(finding -> out.append(line(finding)));
            if (shown < all.size()) {
                out.append(message(severity, "bbc", all.size() - shown + " more are not shown"));
            }
        }
        return out.toString();
    }

    /** Returns an annotation without a place. */
    public static String message(Severity severity, String title, String text) {
        return "::" + command(severity) + " title=" + property(title) + "::" + data(text) + "\n";
    }

    private static String line(Finding finding) {
        Span span = finding.primary().span();
        StringBuilder text = new StringBuilder(finding.message());
        finding.why().ifPresent(why -> text.append(". Why: ").append(why));
        finding.fixes().forEach(fix -> text.append(". Fix: ").append(fix.text()));
        return "::" + command(finding.severity()) + " file="
                + property(span.file().path()) + ",line=" + span.line()
                + ",col=" + span.column() + ",endLine=" + span.file().lineOf(span.end())
                + ",endColumn=" + span.file().columnOf(span.end())
                + ",title=" + property(finding.code() + " " + finding.code().title())
                + "::" + data(text.toString()) + "\n";
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** Escapes the text of a command; {@link TerminalEscapes#ascii} leaves no line end. */
    private static String data(String text) {
        return TerminalEscapes.ascii(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
