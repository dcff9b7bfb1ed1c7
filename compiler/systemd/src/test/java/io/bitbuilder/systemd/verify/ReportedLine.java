package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.rule.line.ContinuedLines;

/** The line that systemd logs for a finding: of a continued line the last one, wherever the word is. */
public final class ReportedLine {
    private ReportedLine() {}

    /** Returns its number, from 1. */
    public static int of(Finding finding) {
        return finding.secondary().stream()
                .filter(label -> label.text().equals(ContinuedLines.REPORTED))
                .findFirst()
                .orElse(finding.primary())
                .span()
                .line();
    }
}
