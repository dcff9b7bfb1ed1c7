package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bbc limits}. */
@Command(
        name = "limits",
        description = "Print the limits of a run: their defaults, present values and ceilings.",
        footer = {
            "",
            "The platform raises a limit up to its ceiling: `platform NAME { limits { file-bytes = 2MiB } }`.",
            "",
            "Examples:",
            "  bbc limits",
            "  bbc limits --rev main    the limits that the gate applies to changes of main"
        })
final class LimitsCommand extends HelpOption implements Callable<Integer> {
    private static final String ROW = "%-24s %-9s %-9s %-9s %s%n";

    private final Console console;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    LimitsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (OpenedSource opened = source.open(console, false)) {
            Limits limits = opened.readAny(findings).limits();
            console.out().printf(ROW, "limit", "default", "present", "ceiling", "meaning");
            for (Limit limit : Limit.values()) {
                console.out()
                        .printf(
                                ROW,
                                limit.title(),
                                limit.text(limit.standard()),
                                limit.text(limits.of(limit)),
                                limit.raisable() ? limit.text(limit.ceiling()) : "fixed",
                                limit.meaning());
            }
            return FindingPrinter.print(console, Formatted.Format.TEXT, opened.paths(), findings);
        }
    }
}
