package io.bitbuilder.core.diagnostic;

import java.util.Comparator;
import java.util.List;

/**
 * Findings of a run to show: a limited number, chosen by severity, then in the order of files and positions. All are
 * counted.
 */
public record Selection(List<Finding> shown, int errors, int warnings, int notes) {
    /** Copies. */
    public Selection {
        shown = List.copyOf(shown);
    }

    /** Selects among sorted findings. */
    public static Selection of(List<Finding> findings, long most) {
        List<Finding> shown = findings.size() <= most
                ? findings
                : findings.stream()
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .limit(most)
                        .sorted()
                        .toList();
        return new Selection(
                shown,
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                count(findings, Severity.NOTE));
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Returns the number of omitted findings. */
    public int hidden() {
        return errors + warnings + notes - shown.size();
    }

    /** Returns the counts in words: {@code 2 errors, 1 warning}; empty if there are none. */
    public String counts() {
        StringBuilder text = new StringBuilder();
        append(text, errors, "error");
        append(text, warnings, "warning");
        append(text, notes, "note");
        return text.toString();
    }

    private static void append(StringBuilder text, int count, String word) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(word)
                    .append(count == 1 ? "" : "s");
        }
    }
}
