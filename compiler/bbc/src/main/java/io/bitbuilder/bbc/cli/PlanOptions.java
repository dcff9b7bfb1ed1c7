package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.plan.PlanJson;
import io.bitbuilder.bbc.plan.PlanMarkdown;
import io.bitbuilder.bbc.plan.PlanText;
import picocli.CommandLine.Option;

/** Options for printing a plan. */
final class PlanOptions {
    /** Formats of a plan. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON,
        /** For a comment in a review. */
        MARKDOWN
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json or markdown (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--stat", description = "Omit the lines that differ.")
    private boolean stat;

    Format format() {
        return format;
    }

    String print(Plan plan, Console console) {
        return switch (format) {
            case TEXT -> PlanText.of(plan, !stat, console.colour());
            case JSON -> PlanJson.of(plan);
            case MARKDOWN -> PlanMarkdown.of(plan, PlanMarkdown.COMMENT_CHARS);
        };
    }
}
