package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * Prints findings for programs: one JSON document, one record for each finding, in the order of files and positions.
 * Lines and columns count from 1, columns in code points, ends are exclusive. The schema is described in
 * {@code docs/diagnostics.md}.
 */
public final class JsonReport {
    private static final long SCHEMA = 1;

    private JsonReport() {}

    /** Returns the document. */
    public static String print(List<Finding> findings, Limits limits) {
        return JsonText.of(of(findings, limits));
    }

    /** Returns the document as a value, for a larger document. */
    public static Json of(List<Finding> findings, Limits limits) {
        Selection selection = Selection.of(findings, limits.of(Limit.DIAGNOSTICS_KEPT));
        return Json.object()
                .put("schema", SCHEMA)
                .put("errors", selection.errors())
                .put("warnings", selection.warnings())
                .put("notes", selection.notes())
                .put("omitted", selection.hidden())
                .put(
                        "findings",
                        selection.shown().stream().map(JsonReport::finding).toList())
                .build();
    }

    private static Json finding(Finding finding) {
        Json.Builder record = Json.object()
                .put("code", finding.code().id())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("title", finding.code().title())
                .put("effect", finding.code().effect().map(Effect::words))
                .put("message", finding.message())
                .put("place", label(finding.primary()))
                .put(
                        "others",
                        finding.secondary().stream().map(JsonReport::label).toList())
                .put("why", finding.why())
                .put("policy", finding.verdict().map(PolicyVerdict::policy))
                .put("fixes", finding.fixes().stream().map(JsonReport::fix).toList());
        finding.waiver().ifPresent(waiver -> record.put("waived", waiver(waiver)));
        return record.build();
    }

    private static Json waiver(PolicyVerdict.Waiver waiver) {
        return Json.object()
                .put("reason", waiver.reason())
                .put("until", waiver.until())
                .build();
    }

    private static Json label(Label label) {
        return place(label.span()).put("text", label.text()).build();
    }

    private static Json fix(Fix fix) {
        return Json.object()
                .put("text", fix.text())
                .put("certain", fix.certain())
                .put("edits", fix.edits().stream().map(JsonReport::edit).toList())
                .build();
    }

    private static Json edit(TextEdit edit) {
        return place(edit.span()).put("replacement", edit.text()).build();
    }

    private static Json.Builder place(Span span) {
        return Json.object()
                .put("path", span.file().path())
                .put("line", span.line())
                .put("column", span.column())
                .put("endLine", span.file().lineOf(span.end()))
                .put("endColumn", span.file().columnOf(span.end()));
    }
}
