package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.Id128;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Signals;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of strings, paths and names that all kinds of files share. */
final class StringValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private StringValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "string",
                GrammarFactory.of(
                        (value, context) -> string(value, context.directive().flags())));
        factories.put(
                "strv",
                GrammarFactory.parsed(text -> Splitter.all(text, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE)));
        factories.put("path", StringValueGrammars::path);
        factories.put("signal", GrammarFactory.parsed(Signals::parse));
        factories.put("id128", GrammarFactory.parsed(Id128::parseSome));
        factories.put(
                "hostname",
                GrammarFactory.of((value, context) -> HostNames.isHostname(value)
                        ? List.of()
                        : CommonValueGrammars.ignored(Reason.invalid("host name", value))));
        factories.put(
                "dnsname",
                GrammarFactory.of((value, context) -> HostNames.isDnsName(value)
                        ? List.of()
                        : CommonValueGrammars.ignored(Reason.invalid("DNS name", value))));
        factories.put("ifname", StringValueGrammars::interfaceName);
        factories.put("timezone", GrammarFactory.parsed(StringValueGrammars::timezone));
        return factories;
    }

    /** Judges a string with the restrictions of config_parse_string's flags. */
    private static List<Complaint> string(String value, String flags) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (flags.contains("SAFE") && !PlainStrings.isSafe(value, PlainStrings.Flag.GLOBS)) {
            return CommonValueGrammars.ignored("backslashes, quotes and control characters are not allowed");
        }
        return flags.contains("ASCII") && !Utf8Text.isAscii(value)
                ? CommonValueGrammars.ignored("only ASCII is allowed")
                : List.of();
    }

    /** {@code path}: absolute by default; arguments are the checks of {@link Paths}. */
    private static Grammar path(List<String> arguments, Function<String, Grammar> parse) {
        Set<Paths.Check> checks = arguments.isEmpty()
                ? Set.of(Paths.Check.ABSOLUTE)
                : Set.copyOf(arguments.stream()
                        .map(a -> Paths.Check.valueOf(a.toUpperCase(Locale.ROOT)))
                        .toList());
        return Grammar.parsed(text -> Paths.check(text, checks));
    }

    /** {@code ifname}, with the flags of {@link LinkNames} as arguments. */
    private static Grammar interfaceName(List<String> arguments, Function<String, Grammar> parse) {
        LinkNames.Flag[] flags = arguments.stream()
                .map(a -> LinkNames.Flag.valueOf(a.toUpperCase(Locale.ROOT)))
                .toArray(LinkNames.Flag[]::new);
        return (value, context) -> LinkNames.isValid(value, flags)
                ? List.of()
                : CommonValueGrammars.ignored(Reason.invalid("interface name", value));
    }

    /** Checks the form alone: only the host knows which zones exist. */
    private static Parsed<String> timezone(String text) {
        boolean form = text.matches("[0-9A-Za-z_+/-]+")
                && !text.startsWith("/")
                && !text.endsWith("/")
                && Arrays.stream(text.split("/")).noneMatch(String::isEmpty);
        return form ? Parsed.good(text) : Parsed.bad(Reason.invalid("time zone", text));
    }
}
