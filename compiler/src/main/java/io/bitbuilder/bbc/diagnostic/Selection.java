package io.bitbuilder.bbc.diagnostic;

import java.util.Comparator;
import java.util.List;

/**
 * What of a run's findings is shown: at most a number of them, the worst first chosen, then in the order of files and positions.
 * All are counted.
 */
public record Selection(List<Finding> shown, int errors, int warnings, int notes) {
    /** Copies. */
    public Selection {
        shown = List.copyOf(shown);
    }

    /** Chooses among findings in their order. */
    public static Selection of(List<Finding> findings, long most) {
        List<Finding> shown = findings.size() <= most
                ? findings
                : findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).limit(most).sorted().toList();
        return new Selection(shown, count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.NOTE));
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** How many are not shown. */
    public int hidden() {
        return errors + warnings + notes - shown.size();
    }

    /** The counts as words: {@code 2 errors, 1 warning}; empty when there is nothing. */
    public String counts() {
        StringBuilder text = new StringBuilder();
        append(text, errors, "error");
        append(text, warnings, "warning");
        append(text, notes, "note");
        return text.toString();
    }

    private static void append(StringBuilder text, int count, String word) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(word).append(count == 1 ? "" : "s");
        }
    }
}
