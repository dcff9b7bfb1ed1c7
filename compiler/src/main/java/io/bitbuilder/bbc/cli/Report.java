package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.JsonForm;
import io.bitbuilder.bbc.diagnostic.Relocation;
import io.bitbuilder.bbc.diagnostic.SarifForm;
import io.bitbuilder.bbc.diagnostic.TextForm;
import io.bitbuilder.bbc.source.Limits;
import java.util.List;

/** Prints findings in the form asked for: text for people on stderr, documents for machines on stdout. */
final class Report {
    private Report() {}

    /**
     * Prints and gives the exit code: 1 when there is an error, else 0.
     *
     * @param prefix the folder of the sources, seen from where the command was started
     */
    static int print(Console console, Reporting.Format format, String prefix, Findings findings) {
        print(console, format, Relocation.below(prefix, findings.sorted()));
        return findings.hasErrors() ? 1 : 0;
    }

    /** Prints findings, which come in their order. */
    static void print(Console console, Reporting.Format format, List<Finding> sorted) {
        switch (format) {
            case TEXT -> console.err().print(text(console, sorted));
            case JSON -> console.out().print(JsonForm.print(sorted, Limits.DEFAULT));
            case SARIF -> console.out().print(SarifForm.print(sorted, Limits.DEFAULT, VersionCommand.version()));
        }
    }

    private static String text(Console console, List<Finding> findings) {
        return TextForm.of(console.colour(), Environment.isUtf8(), Limits.DEFAULT).print(findings);
    }
}
