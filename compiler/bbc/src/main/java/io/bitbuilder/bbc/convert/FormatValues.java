package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of fields as {@code metadata.json} writes them; others are refused. */
final class FormatValues {
    private static final String LITERALS = "metadata.json has literal values only, without expressions";

    /** The context that the format's reader makes of a type. */
    private static final Pattern CONTEXT = Pattern.compile("system_u:system_r:([A-Za-z][A-Za-z0-9_-]*):s0");

    private final Refusals refusals;

    FormatValues(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Returns a value of that shape.
     *
     * @param shape of the member, in {@code metadata.tsv}
     */
    Optional<Json> of(String shape, Expr value) {
        return switch (shape) {
            case "bool" ->
                value instanceof Expr.Bool bool ? Optional.of(Json.of(bool.value())) : refused(value, "bool");
            case "integer" -> literal(value, LiteralKind.INT, "an integer", text -> Json.of(Long.parseLong(text)));
            case "size" -> literal(value, LiteralKind.SIZE, "a size", FormatValues::size);
            case "text" -> text(value).map(Json::of);
            case "filled-text" -> text(value).map(FormatValues::context).map(Json::of);
            case "texts", "capabilities" -> list(value, this::word);
            case "groups" -> list(value, this::group);
            default -> word(value).filter(word -> isOne(shape, word, value)).map(Json::of);
        };
    }

    /** Returns a MAC address, or {@code auto}. */
    Optional<Json> mac(Expr value) {
        return value instanceof Expr.Auto
                ? Optional.of(Json.of("auto"))
                : literal(value, LiteralKind.MAC, "a MAC address or auto", Json::of);
    }

    /** Returns a name, written as a word or a string. */
    Optional<String> word(Expr value) {
        return value instanceof Expr.NameRef name ? Optional.of(name.name()) : text(value);
    }

    private Optional<String> text(Expr value) {
        return value instanceof Expr.Text text ? Optional.of(text.value()) : refused(value, "a string");
    }

    private Optional<String> group(Expr value) {
        return value instanceof Expr.Literal literal && literal.kind() == LiteralKind.SYSCALL_GROUP
                ? Optional.of(literal.text())
                : refused(value, "a system call group");
    }

    private Optional<Json> list(Expr value, Function<Expr, Optional<String>> each) {
        if (!(value instanceof Expr.ListOf list)) {
            return refused(value, "a list");
        }
        List<String> texts = new ArrayList<>();
        list.elements().forEach(element -> each.apply(element).ifPresent(texts::add));
        return Optional.of(Json.texts(texts));
    }

    private Optional<Json> literal(Expr value, LiteralKind kind, String what, Function<String, Json> json) {
        return value instanceof Expr.Literal literal && literal.kind() == kind
                ? Optional.of(json.apply(literal.text()))
                : refused(value, what);
    }

    private boolean isOne(String shape, String word, Expr value) {
        List<String> words = List.of(shape.substring(shape.indexOf(':') + 1).split(","));
        if (!words.contains(word)) {
            refusals.add(
                    value.span(),
                    "value `" + value.span().text() + "` is outside format 1.0",
                    "the format has " + String.join(", ", words));
        }
        return words.contains(word);
    }

    private static Json size(String text) {
        return Size.parse(text) instanceof Parsed.Good<Size>(Size size) ? Json.of(size.toSystemd()) : Json.of(text);
    }

    private static String context(String text) {
        Matcher matcher = CONTEXT.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    private <T> Optional<T> refused(Expr value, String wanted) {
        refusals.add(
                value.span(),
                "value `" + value.span().text().lines().findFirst().orElse("") + "` is outside format 1.0 (expected "
                        + wanted + ")",
                LITERALS);
        return Optional.empty();
    }
}
