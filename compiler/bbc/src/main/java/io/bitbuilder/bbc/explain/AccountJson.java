package io.bitbuilder.bbc.explain;

import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Accounts as JSON: one document, whose form its member {@code schema} versions. Members are only ever added. */
public final class AccountJson {
    private static final int SCHEMA = 1;

    private final SourcePaths paths;

    private AccountJson(UnaryOperator<String> shown) {
        this.paths = new SourcePaths(shown);
    }

    /**
     * Returns the account of a field, and the lines that it produced. {@code shown} maps paths of sources to displayed
     * ones.
     */
    public static String of(FieldAccount account, List<FieldLines> lines, UnaryOperator<String> shown) {
        Json.Builder json = Json.object().put("schema", SCHEMA);
        new AccountJson(shown).field(json, account);
        return JsonText.of(
                json.put("lines", lines.stream().flatMap(AccountJson::lines).toList())
                        .build());
    }

    private static Stream<Json> lines(FieldLines part) {
        return part.lines().stream().map(l -> {
            Json.Builder json = line(Json.object(), l);
            return part.through().isEmpty()
                    ? json.build()
                    : json.put("through", Json.texts(part.through())).build();
        });
    }

    /** Returns the account of a line. */
    public static String of(LineAccount account, UnaryOperator<String> shown) {
        Json.Builder json = line(Json.object().put("schema", SCHEMA), account.line());
        new AccountJson(shown).source(json.put("origin", account.source().word()), account.source());
        json.put("how", account.how());
        return JsonText.of(json.build());
    }

    private void source(Json.Builder json, LineSource source) {
        switch (source) {
            case LineSource.OfField(FieldAccount account) -> field(json, account);
            case LineSource.OfBlock(String kind, String name, Span opened) ->
                json.put("kind", kind).put("block", name).put("place", place(opened));
            case LineSource.Banner b -> {
                // Nothing to add.
            }
            case LineSource.Header(String section) -> json.put("section", section);
            case LineSource.Fixed(String why) -> json.put("why", why);
            case LineSource.Layout(Optional<String> template) -> json.put("template", template);
            case LineSource.Runtime(String file) -> json.put("file", file);
        }
    }

    private void field(Json.Builder json, FieldAccount account) {
        json.put("field", account.name())
                .put("value", account.value())
                .put("why", account.why())
                .put("writers", account.writers().stream().map(this::writer).toList());
    }

    private Json writer(FieldWriter writer) {
        Json.Builder json = Json.object()
                .put("role", writer.role().word())
                .put("origin", writer.cause().word());
        if (writer.cause() instanceof Cause.Profile profile) {
            json.put("via", Json.texts(Cause.titles(profile.chain())));
        }
        writer.cause().place().ifPresent(at -> json.put("place", place(at)));
        json.put("text", writer.text());
        writer.exclusion().ifPresent(e -> {
            Json.Builder because = Json.object().put("reason", e.sentence());
            e.at().ifPresent(at -> because.put("place", place(at)));
            json.put("because", because.build());
        });
        if (!writer.reads().isEmpty()) {
            json.put(
                    "reads",
                    writer.reads().stream()
                            .map(r -> Json.object()
                                    .put("field", r.name())
                                    .put("value", r.value())
                                    .build())
                            .toList());
        }
        return json.build();
    }

    private Json place(Span span) {
        return Json.object()
                .put("path", paths.path(span))
                .put("line", span.line())
                .put("column", span.column())
                .build();
    }

    private static Json.Builder line(Json.Builder json, OutputLine line) {
        return json.put("path", line.path()).put("line", line.line()).put("text", line.text());
    }
}
