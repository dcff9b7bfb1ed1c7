package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the notation of a literal that the expected type accepts: with or without quotes, in a list, with its unit, or
 * in the alphabet of another language. Each result was parsed as the expected type.
 */
final class Respelling {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("yes", "true"),
            Map.entry("on", "true"),
            Map.entry("enabled", "true"),
            Map.entry("no", "false"),
            Map.entry("off", "false"),
            Map.entry("disabled", "false"),
            Map.entry("null", "none"),
            Map.entry("nil", "none"),
            Map.entry("undefined", "none"));

    private static final Pattern BARE = Pattern.compile("[0-9][A-Za-z0-9.:/%@_-]*|true|false");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private Respelling() {}

    /** Returns the fix for a value of the wrong type; the span is that of its expression. */
    static Optional<Fix> of(Expectation expected, Span span, Scope scope) {
        return isProgram(span) ? of(Type.core(expected.type()), expected.what(), span, scope) : Optional.empty();
    }

    private static Optional<Fix> of(Type core, String place, Span span, Scope scope) {
        return switch (core) {
            case Type.ListOf(Type element) -> inList(element, span);
            case Type.SetOf(Type element) -> inList(element, span);
            case Type.OneOf(var words) ->
                unquoted(span).filter(t -> words.indexOf(t) >= 0).map(t -> write(span, t));
            case Type.Of(Scalar s) ->
                LiteralNotation.of(s, span.text(), BARE)
                        .map(t -> write(span, t))
                        .or(() -> advice(s, place, span, scope));
            default -> Optional.empty();
        };
    }

    /** Returns the fix for a word that names nothing. */
    static Optional<Fix> ofWord(Expectation expected, Span span, boolean alone) {
        if (!isProgram(span)) {
            return Optional.empty();
        }
        String meant = WORDS.getOrDefault(
                span.text().toLowerCase(Locale.ROOT), span.text().toLowerCase(Locale.ROOT));
        Type core = Type.core(expected.type());
        boolean bool = core instanceof Type.Of(Scalar s) && s == Scalar.BOOL && LiteralNotation.isBool(meant);
        if (bool || Type.isOptional(expected.type()) && meant.equals("none")) {
            return Optional.of(write(span, meant));
        }
        Optional<String> text =
                core instanceof Type.Of(Scalar s) ? LiteralNotation.of(s, span.text(), WORD) : Optional.empty();
        return text.map(t -> alone ? write(span, t) : new Fix("write `" + t + "`", List.of(new TextEdit(span, t))));
    }

    /** Returns the named value that differs from a string in case or prefix only. */
    static Optional<Fix> ofName(String text, Scalar scalar, Span span) {
        boolean written =
                isProgram(span) && (span.text().equals(text) || span.text().equals('"' + text + '"'));
        return Stream.of(
                        text.toUpperCase(Locale.ROOT),
                        "CAP_" + text.toUpperCase(Locale.ROOT),
                        text.toLowerCase(Locale.ROOT))
                .filter(scalar.known()::contains)
                .findFirst()
                .map(t -> written ? write(span, t) : Fix.of("write `" + t + "`"));
    }

    /** Returns the subnet that an address with host bits lies in. */
    static Optional<Fix> ofSubnet(String text, Scalar scalar, Span span) {
        int slash = text.indexOf('/');
        boolean subnet = scalar == Scalar.SUBNET4 || scalar == Scalar.SUBNET6 || scalar == Scalar.SUBNET;
        if (!subnet || slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        String address = text.substring(0, slash);
        Optional<String> around = Optional.empty();
        if (prefix <= 32 && Scalar.ADDRESS4.parse(address) instanceof Parsed.Good<?>(Address4 a)) {
            around = Optional.of(Subnet4.around(a, prefix).toString());
        } else if (prefix <= 128 && Scalar.ADDRESS6.parse(address) instanceof Parsed.Good<?>(Address6 a)) {
            around = Optional.of(Subnet6.around(a, prefix).toString());
        }
        return around.map(t -> span.text().equals(text) ? write(span, t) : Fix.of("write `" + t + "`"));
    }

    private static Optional<Fix> inList(Type element, Span span) {
        String text = span.text();
        boolean accepted = Type.core(element) instanceof Type.Of(Scalar s)
                && (s.notation().text()
                        ? LiteralNotation.QUOTED.matcher(text).matches() || s.takesAnyWord()
                        : BARE.matcher(text).matches())
                && LiteralNotation.isGood(s, unquoted(span).orElse(text));
        return accepted ? Optional.of(write(span, "[" + text + "]")) : Optional.empty();
    }

    private static Optional<Fix> advice(Scalar scalar, String place, Span span, Scope scope) {
        String text = span.text();
        boolean address = Scalar.ADDRESS4.parse(text) instanceof Parsed.Good<?>;
        if (address && (scalar == Scalar.INTERFACE_ADDRESS || scalar == Scalar.SUBNET4 && text.endsWith(".0"))) {
            return Optional.of(new Fix(
                    "write the prefix length, like `" + text + "/24`", List.of(new TextEdit(span, text + "/24"))));
        }
        boolean limit = place.endsWith("limit`");
        if (!limit && text.matches("[0-9.]+%") && scope.names().contains(Scope.SELF + "limit")) {
            return Optional.of(write(span, Scope.SELF + "limit * " + text));
        }
        return scalar == Scalar.NAME && WORD.matcher(text).matches()
                ? Optional.of(Fix.of("build a name from it, like `(\"web-{" + text + "}\")`"))
                : Optional.empty();
    }

    private static Optional<String> unquoted(Span span) {
        String text = span.text();
        return LiteralNotation.QUOTED.matcher(text).matches()
                ? Optional.of(text.substring(1, text.length() - 1))
                : Optional.empty();
    }

    /** Returns whether the place is in a program: values of metadata.json are written otherwise. */
    private static boolean isProgram(Span span) {
        return span.file().path().endsWith(".bbc");
    }

    private static Fix write(Span span, String text) {
        return Fix.certain("write `" + text + "`", new TextEdit(span, text));
    }
}
