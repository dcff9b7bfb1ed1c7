package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.plan.PlanJson;
import io.bitbuilder.bbc.plan.PlanMarkdown;
import io.bitbuilder.bbc.plan.PlanText;
import io.bitbuilder.bbc.plan.PlanView;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.GithubReport;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.Markdown;
import io.bitbuilder.core.diagnostic.MarkdownReport;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Limits;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for printing a plan, or the findings that prevent it, as one document. */
final class PlanOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json, markdown, sarif, junit or github (default: ${DEFAULT-VALUE}).")
    private Formatted.Format format = Formatted.Format.TEXT;

    @Option(names = "--stat", description = "Omit the lines that differ.")
    private boolean stat;

    @Option(names = "--all", description = "List manifests, and each file of a change that several files share.")
    private boolean all;

    Formatted.Format format() {
        return format;
    }

    /**
     * Prints an answer; in text, only the plan.
     *
     * @param verdict a word or two
     * @param plan absent if the findings have errors
     * @param findings sorted, with displayed paths
     */
    void print(Console console, String verdict, Optional<Plan> plan, List<Finding> findings) {
        switch (format) {
            case TEXT ->
                plan.ifPresent(p -> console.out().print(PlanText.of(PlanView.of(p, all), !stat, console.colour())));
            case JSON -> console.out().print(json(verdict, plan, findings));
            case MARKDOWN -> console.out().print(markdown(verdict, plan, findings));
            case SARIF, JUNIT -> FindingPrinter.print(console, format, findings);
            case GITHUB -> {
                FindingPrinter.print(console, format, findings);
                String summary = plan.map(p -> verdict + ": " + p.summary()).orElse(verdict);
                console.out().print(GithubReport.message(Severity.NOTE, "bbc", summary));
            }
        }
    }

    private static String json(String verdict, Optional<Plan> plan, List<Finding> findings) {
        Json.Builder document = plan.map(PlanJson::members).orElseGet(PlanJson::noMembers);
        return JsonText.of(document.put("verdict", verdict)
                .put("report", JsonReport.of(findings, Limits.DEFAULT))
                .build());
    }

    private String markdown(String verdict, Optional<Plan> plan, List<Finding> findings) {
        if (plan.isEmpty()) {
            return FindingPrinter.markdown(verdict, findings);
        }
        String list = MarkdownReport.print(findings, Limits.DEFAULT, Markdown.COMMENT_CHARS / 2);
        String shown = PlanMarkdown.of(PlanView.of(plan.get(), all), Markdown.COMMENT_CHARS - list.length());
        return list.isEmpty() ? shown : shown + "\n" + list;
    }
}
