package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prints findings for code scanning: SARIF 2.1.0 (OASIS). Columns count code points; paths are relative to
 * {@code %SRCROOT%}, absolute ones are {@code file} URIs; if results are omitted, a notification of the run reports
 * their number.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Selection selection;
    private final List<Code> rules;
    private final SortedMap<String, Integer> fingerprints = new TreeMap<>();

    private SarifReport(Selection selection) {
        this.selection = selection;
        this.rules = List.copyOf(
                selection.shown().stream().map(Finding::code).collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** Returns the document. */
    public static String print(List<Finding> findings, Limits limits, String version) {
        Selection selection = Selection.of(findings, limits.of(Limit.SARIF_RESULTS));
        return JsonText.of(new SarifReport(selection).log(version));
    }

    /** Returns the document of a run that could not be finished. */
    public static String failed(String reason, String version) {
        Json notification = Json.object()
                .put("level", "error")
                .put("message", message(reason))
                .build();
        Json invocation = Json.object()
                .put("executionSuccessful", false)
                .put("toolExecutionNotifications", List.of(notification))
                .build();
        Json driver = Json.object().put("name", "bbc").put("version", version).build();
        return JsonText.of(log(Json.object()
                .put("tool", Json.object().put("driver", driver).build())
                .put("invocations", List.of(invocation))
                .put("results", List.of())
                .build()));
    }

    private Json log(String version) {
        Json.Builder driver = Json.object()
                .put("name", "bbc")
                .put("version", version)
                .put("rules", rules.stream().map(SarifReport::rule).toList());
        List<Json> results = new ArrayList<>();
        selection.shown().forEach(finding -> results.add(result(finding)));
        Json run = Json.object()
                .put("tool", Json.object().put("driver", driver.build()).build())
                .put("invocations", List.of(invocation()))
                .put("columnKind", "unicodeCodePoints")
                .put("results", results)
                .build();
        return log(run);
    }

    private static Json log(Json run) {
        return Json.object()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", List.of(run))
                .build();
    }

    private Json invocation() {
        Json.Builder invocation = Json.object().put("executionSuccessful", true);
        if (selection.hidden() > 0) {
            String text = selection.hidden() + " more findings are omitted; total: " + selection.counts();
            Json notification = Json.object()
                    .put("level", "warning")
                    .put("message", message(text))
                    .build();
            invocation.put("toolExecutionNotifications", List.of(notification));
        }
        return invocation.build();
    }

    private static Json rule(Code code) {
        String help = CodePage.of(code).map(CodePage::text).orElse(code.title());
        Json.Builder rule = Json.object()
                .put("id", code.id())
                .put("shortDescription", message(code.title()))
                .put("help", Json.object().put("text", help).build())
                .put(
                        "defaultConfiguration",
                        Json.object().put("level", level(code.severity())).build());
        code.effect()
                .ifPresent(effect -> rule.put(
                        "properties",
                        Json.object().put("effect", effect.words()).build()));
        return rule.build();
    }

    private Json result(Finding finding) {
        Json.Builder result = Json.object()
                .put("ruleId", finding.code().id())
                .put("ruleIndex", rules.indexOf(finding.code()))
                .put("level", level(finding.severity()))
                .put("message", message(text(finding)))
                .put("locations", List.of(location(finding.primary())))
                .put(
                        "partialFingerprints",
                        Json.object()
                                .put("primaryLocationLineHash", fingerprint(finding))
                                .build());
        List<Json> others =
                finding.secondary().stream().map(SarifReport::location).toList();
        if (!others.isEmpty()) {
            result.put("relatedLocations", others);
        }
        List<Json> fixes = finding.fixes().stream()
                .filter(f -> !f.edits().isEmpty())
                .map(SarifReport::fix)
                .toList();
        if (!fixes.isEmpty()) {
            result.put("fixes", fixes);
        }
        finding.verdict()
                .ifPresent(verdict -> result.put(
                        "properties",
                        Json.object().put("policy", verdict.policy()).build()));
        finding.waiver().ifPresent(waiver -> result.put("suppressions", List.of(suppression(waiver))));
        finding.code()
                .effect()
                .ifPresent(effect -> result.put(
                        "properties",
                        Json.object().put("effect", effect.words()).build()));
        return result.build();
    }

    private static Json suppression(PolicyVerdict.Waiver waiver) {
        return Json.object()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", TerminalEscapes.ascii(waiver.toString()))
                .build();
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(finding.message());
        finding.why().ifPresent(why -> text.append(". Why: ").append(why));
        finding.fixes().forEach(fix -> text.append(". Fix: ").append(fix.text()));
        return text.toString();
    }

    /**
     * Returns a fingerprint that is stable when lines move: from the code, the file and the marked text, numbered among
     * equals.
     */
    private String fingerprint(Finding finding) {
        Span span = finding.primary().span();
        String key = finding.code() + "\n" + span.file().path() + "\n" + span.text();
        int number = fingerprints.merge(key, 1, Integer::sum);
        return Sha256.hex((key + "\n" + number).getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    private static Json fix(Fix fix) {
        SortedMap<String, List<Json>> byFile = new TreeMap<>();
        for (TextEdit edit : fix.edits()) {
            Json replacement = Json.object()
                    .put("deletedRegion", region(edit.span()))
                    .put(
                            "insertedContent",
                            Json.object().put("text", edit.text()).build())
                    .build();
            byFile.computeIfAbsent(edit.span().file().path(), p -> new ArrayList<>())
                    .add(replacement);
        }
        List<Json> changes = new ArrayList<>();
        byFile.forEach((path, edits) -> changes.add(Json.object()
                .put("artifactLocation", artifact(path))
                .put("replacements", edits)
                .build()));
        return Json.object()
                .put("description", message(fix.text()))
                .put("artifactChanges", changes)
                .build();
    }

    private static Json location(Label label) {
        Json physical = Json.object()
                .put("artifactLocation", artifact(label.span().file().path()))
                .put("region", region(label.span()))
                .build();
        Json.Builder location = Json.object().put("physicalLocation", physical);
        return label.text().isEmpty()
                ? location.build()
                : location.put("message", message(label.text())).build();
    }

    /** Returns the location of a file; a file outside of the source root has no base (SARIF 3.4.4). */
    private static Json artifact(String path) {
        return path.startsWith("/")
                ? Json.object().put("uri", "file://" + uri(path)).build()
                : Json.object()
                        .put("uri", uri(path))
                        .put("uriBaseId", "%SRCROOT%")
                        .build();
    }

    private static Json region(Span span) {
        return Json.object()
                .put("startLine", span.line())
                .put("startColumn", span.column())
                .put("endLine", span.file().lineOf(span.end()))
                .put("endColumn", span.file().columnOf(span.end()))
                .build();
    }

    /** Escapes square brackets, which would make a link. */
    private static Json message(String text) {
        String plain = TerminalEscapes.ascii(text).replace("[", "\\[").replace("]", "\\]");
        return Json.object().put("text", plain).build();
    }

    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "/-._~".indexOf(b) >= 0;
            uri.append(plain ? Character.toString(b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return uri.toString();
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
