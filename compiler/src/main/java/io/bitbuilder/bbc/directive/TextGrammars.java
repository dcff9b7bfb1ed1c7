package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Hosts;
import io.bitbuilder.bbc.literal.Ids;
import io.bitbuilder.bbc.literal.Interfaces;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Signals;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.literal.Utf8;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of strings, paths and names that all kinds of files share. */
final class TextGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private TextGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("string", Maker.of((value, context) -> string(value, context.directive().flags())));
        makers.put("strv", Maker.parsed(text -> Splitter.all(text, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE)));
        makers.put("path", TextGrammars::path);
        makers.put("signal", Maker.parsed(Signals::parse));
        makers.put("id128", Maker.parsed(Ids::parseSome));
        makers.put("hostname", Maker.of((value, context) -> Hosts.isHostname(value) ? List.of() : CommonGrammars.ignored(Reason.invalid("host name", value))));
        makers.put("dnsname", Maker.of((value, context) -> Hosts.isDnsName(value) ? List.of() : CommonGrammars.ignored(Reason.invalid("DNS name", value))));
        makers.put("ifname", TextGrammars::interfaceName);
        makers.put("timezone", Maker.parsed(TextGrammars::timezone));
        return makers;
    }

    /** A string with the restrictions of config_parse_string's flags. */
    private static List<Complaint> string(String value, String flags) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (flags.contains("SAFE") && !Texts.isSafe(value, Texts.Flag.GLOBS)) {
            return CommonGrammars.ignored("backslashes, quotes and control characters are not allowed");
        }
        return flags.contains("ASCII") && !Utf8.isAscii(value) ? CommonGrammars.ignored("only ASCII is allowed") : List.of();
    }

    /** {@code path}: absolute by default; arguments are the checks of {@link Paths}. */
    private static Grammar path(List<String> arguments, Function<String, Grammar> parse) {
        Set<Paths.Check> checks = arguments.isEmpty() ? Set.of(Paths.Check.ABSOLUTE)
                : Set.copyOf(arguments.stream().map(a -> Paths.Check.valueOf(a.toUpperCase(Locale.ROOT))).toList());
        return Grammar.parsed(text -> Paths.check(text, checks));
    }

    /** {@code ifname}, with the flags of {@link Interfaces} as arguments. */
    private static Grammar interfaceName(List<String> arguments, Function<String, Grammar> parse) {
        Interfaces.Flag[] flags = arguments.stream().map(a -> Interfaces.Flag.valueOf(a.toUpperCase(Locale.ROOT))).toArray(Interfaces.Flag[]::new);
        return (value, context) -> Interfaces.isValid(value, flags) ? List.of() : CommonGrammars.ignored(Reason.invalid("interface name", value));
    }

    /** The form alone: which zones there are is known to the host. */
    private static Parsed<String> timezone(String text) {
        boolean form = text.matches("[0-9A-Za-z_+/-]+") && !text.startsWith("/") && !text.endsWith("/") && Arrays.stream(text.split("/")).noneMatch(String::isEmpty);
        return form ? Parsed.good(text) : Parsed.bad(Reason.invalid("time zone", text));
    }
}
