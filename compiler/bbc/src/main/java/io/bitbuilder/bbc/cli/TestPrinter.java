package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.testing.Coverage;
import io.bitbuilder.bbc.testing.TestResults;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.JunitReport;
import io.bitbuilder.core.diagnostic.Relocation;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.List;

/** Prints the outcome of tests: a line for each, then the findings of those that failed, then the coverage. */
final class TestPrinter {
    private static final long SCHEMA = 1;

    private final Console console;
    private final SourceViews views;
    private final TestResults results;
    private final boolean coverage;

    TestPrinter(Console console, SourceViews views, TestResults results, boolean coverage) {
        this.console = console;
        this.views = views;
        this.results = results;
        this.coverage = coverage;
    }

    void print(Formatted.Format format) {
        switch (format) {
            case TEXT -> text();
            case JSON -> console.out().print(JsonText.of(json()));
            case JUNIT ->
                console.out()
                        .print(JunitReport.print(
                                results.results().stream().map(this::unit).toList()));
            case MARKDOWN, SARIF, GITHUB -> FindingPrinter.print(console, format, moved(results.errors(), true));
        }
    }

    private List<Finding> moved(List<Finding> findings, boolean top) {
        return Relocation.by(top ? views.toTop() : views.toReader(), findings);
    }

    private String path(Span span) {
        return views.toReader().apply(span.file().path());
    }

    private void text() {
        for (TestResults.Result result : results.results()) {
            Span place = result.test().place();
            line((result.passed() ? "passed  " : "FAILED  ") + path(place) + ":" + place.line() + "  "
                    + result.test().title());
        }
        FindingPrinter.print(console, Formatted.Format.TEXT, moved(results.errors(), false));
        int all = results.results().size();
        long failed = results.failed();
        line((all == 1 ? "1 test: " : all + " tests: ") + (all - failed) + " passed, " + failed + " failed");
        if (coverage) {
            results.untaken()
                    .forEach(branch -> line("not taken  " + path(branch.place()) + ":"
                            + branch.place().line() + "  " + branch.what()));
            int count = results.untaken().size();
            line((count == 1 ? "1 branch" : count + " branches") + " of profiles not taken");
        }
    }

    private void line(String text) {
        console.out().println(TerminalEscapes.ascii(text));
    }

    private Json json() {
        Json.Builder document = Json.object()
                .put("schema", SCHEMA)
                .put("passed", results.results().size() - results.failed())
                .put("failed", results.failed())
                .put("tests", results.results().stream().map(this::record).toList());
        if (coverage) {
            document.put("untaken", results.untaken().stream().map(this::branch).toList());
        }
        return document.build();
    }

    private Json record(TestResults.Result result) {
        Span place = result.test().place();
        return Json.object()
                .put("name", result.test().title())
                .put("path", path(place))
                .put("line", place.line())
                .put("verdict", result.passed() ? "passed" : "failed")
                .put(
                        "findings",
                        JsonReport.of(moved(result.errors(), false), Limits.DEFAULT)
                                .at("findings"))
                .build();
    }

    private Json branch(Coverage.Branch branch) {
        return Json.object()
                .put("path", path(branch.place()))
                .put("line", branch.place().line())
                .put("what", branch.what())
                .build();
    }

    private JunitReport.Case unit(TestResults.Result result) {
        return new JunitReport.Case(
                views.toTop().apply(result.test().place().file().path()),
                result.test().title(),
                moved(result.errors(), true));
    }
}
