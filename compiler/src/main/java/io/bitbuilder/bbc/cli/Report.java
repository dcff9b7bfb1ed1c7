package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.JsonForm;
import io.bitbuilder.bbc.diagnostic.SarifForm;
import io.bitbuilder.bbc.diagnostic.TextForm;
import io.bitbuilder.bbc.source.Limits;

/** The findings of a run, printed in the form asked for: text to stderr, documents for programs to stdout. */
final class Report {
    private static final int ERRORS = 1;

    private Report() {}

    /** Prints them and gives the exit code: 1 when an error is among them, else 0. */
    static int print(Console console, Reporting.Format format, Findings findings) {
        switch (format) {
            case TEXT -> console.err().print(
                    TextForm.of(console.colour(), Environment.isUtf8(), Limits.DEFAULT).print(findings.sorted()));
            case JSON -> console.out().print(JsonForm.print(findings.sorted(), Limits.DEFAULT));
            case SARIF -> console.out().print(SarifForm.print(findings.sorted(), Limits.DEFAULT, VersionCommand.version()));
        }
        return findings.hasErrors() ? ERRORS : 0;
    }
}
