package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints findings as JUnit XML, which every forge shows: one case for the run, which fails with any error, and one for
 * each finding. It has no times, so that the same input gives the same bytes.
 */
public final class JunitReport {
    private JunitReport() {}

    /** Returns the document. */
    public static String print(List<Finding> findings, Limits limits) {
        Selection selection = Selection.of(findings, limits.of(Limit.DIAGNOSTICS_KEPT));
        StringBuilder cases = new StringBuilder();
        cases.append(
                selection.errors() == 0
                        ? "    <testcase classname=\"bbc\" name=\"verdict\"/>\n"
                        : element("bbc", "verdict", "failure", selection.counts(), selection.counts()));
        selection.shown().forEach(finding -> cases.append(finding(finding)));
        long failures = selection.shown().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .count();
        return suite(1 + selection.shown().size(), failures + (selection.errors() == 0 ? 0 : 1), 0, cases.toString());
    }

    /**
     * Case of a run of tests.
     *
     * @param owner path of its file
     * @param failures findings that made it fail; none if it passed
     */
    public record Case(String owner, String name, List<Finding> failures) {
        /** Copies. */
        public Case {
            failures = List.copyOf(failures);
        }
    }

    /** Returns the document of tests. */
    public static String print(List<Case> cases) {
        StringBuilder text = new StringBuilder();
        for (Case test : cases) {
            String detail = test.failures().stream().map(JunitReport::text).collect(Collectors.joining(". "));
            text.append(
                    test.failures().isEmpty()
                            ? "    <testcase classname=\"" + escaped(test.owner()) + "\" name=\"" + escaped(test.name())
                                    + "\"/>\n"
                            : element(
                                    test.owner(),
                                    test.name(),
                                    "failure",
                                    test.failures().getFirst().message(),
                                    detail));
        }
        long failed = cases.stream().filter(c -> !c.failures().isEmpty()).count();
        return suite(cases.size(), failed, 0, text.toString());
    }

    /** Returns the document of a run that could not be finished. */
    public static String failed(String reason) {
        return suite(1, 0, 1, element("bbc", "verdict", "error", reason, reason));
    }

    private static String suite(long tests, long failures, long errors, String cases) {
        String counts = " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite name=\"bbc\""
                + counts + " skipped=\"0\">\n" + cases + "  </testsuite>\n</testsuites>\n";
    }

    private static String text(Finding finding) {
        Span span = finding.primary().span();
        String place = span.file().path() + ":" + span.line() + ":" + span.column();
        StringBuilder text = new StringBuilder(place).append(": ").append(finding.message());
        finding.secondary()
                .forEach(l -> text.append(". See ")
                        .append(l.span().file().path())
                        .append(":")
                        .append(l.span().line())
                        .append(": ")
                        .append(l.text()));
        finding.why().ifPresent(why -> text.append(". Why: ").append(why));
        finding.fixes().forEach(fix -> text.append(". Fix: ").append(fix.text()));
        return text.toString();
    }

    private static String finding(Finding finding) {
        Span span = finding.primary().span();
        String kind = finding.severity() == Severity.ERROR ? "failure" : "system-out";
        return element(
                span.file().path(),
                finding.code() + " at " + span.line() + ":" + span.column(),
                kind,
                finding.message(),
                text(finding));
    }

    private static String element(String owner, String name, String kind, String message, String text) {
        String attribute = kind.equals("system-out") ? "" : " message=\"" + escaped(message) + "\"";
        return "    <testcase classname=\"" + escaped(owner) + "\" name=\"" + escaped(name) + "\">\n      <" + kind
                + attribute + ">" + escaped(text) + "</" + kind + ">\n    </testcase>\n";
    }

    /** Escapes for text and attributes; other characters than printable ASCII are shown by number. */
    private static String escaped(String text) {
        return TerminalEscapes.ascii(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
