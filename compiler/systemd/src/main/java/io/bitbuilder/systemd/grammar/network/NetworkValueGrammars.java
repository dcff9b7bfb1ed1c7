package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Booleans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Grammars of networkd and udev: .network, .netdev, .link (systemd.network(5), systemd.netdev(5), systemd.link(5)). */
public final class NetworkValueGrammars {
    /** Section whose lines each define a separate object, where other sections are one object. */
    private static final String FLAT_SECTION = "Network";

    public static final Map<String, GrammarFactory> MAKERS = factories();

    private NetworkValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("section", NetworkValueGrammars::section);
        factories.put("advised", NetworkValueGrammars::advised);
        factories.put("silent_empty", NetworkValueGrammars::silentEmpty);
        factories.put(
                "by_key",
                (arguments, parse) ->
                        by(arguments, parse, context -> context.directive().key()));
        factories.put(
                "by_section",
                (arguments, parse) ->
                        by(arguments, parse, context -> context.directive().section()));
        factories.put(
                "false_word",
                GrammarFactory.parsed(text -> Booleans.parse(text)
                        .then(b -> b ? Parsed.bad(Reason.invalid("value", text, "a false boolean")) : Parsed.good(b))));
        factories.putAll(NetworkAddressValueGrammars.MAKERS);
        factories.putAll(PrefixValueGrammars.MAKERS);
        factories.putAll(EndpointValueGrammars.MAKERS);
        factories.putAll(NetworkNameValueGrammars.MAKERS);
        factories.putAll(NetworkNumberValueGrammars.MAKERS);
        factories.putAll(RouteValueGrammars.MAKERS);
        factories.putAll(DhcpValueGrammars.MAKERS);
        factories.putAll(KeyValueGrammars.MAKERS);
        factories.putAll(NetworkListValueGrammars.MAKERS);
        return Map.copyOf(factories);
    }

    /** {@code section(x)}: networkd ignores the whole section for a value that x rejects. */
    private static Grammar section(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> context.directive().section().equals(FLAT_SECTION)
                ? inner.judge(value, context)
                : inner.judge(value, context).stream()
                        .map(NetworkValueGrammars::ofSection)
                        .toList();
    }

    private static Complaint ofSection(Complaint complaint) {
        return complaint.effect() == Effect.LINE_IGNORED
                ? complaint
                        .as(Effect.SECTION_IGNORED)
                        .withReason(complaint.reason() + "; systemd ignores the whole section")
                : complaint;
    }

    /** {@code by_key(K,x,y)}, {@code by_section(S,x,y)}: x for directives of that name or section, y for others. */
    private static Grammar by(
            List<String> arguments, Function<String, Grammar> parse, Function<ValueContext, String> name) {
        String one = arguments.getFirst();
        Grammar first = parse.apply(arguments.get(1));
        Grammar second = parse.apply(arguments.get(2));
        return (value, context) -> (name.apply(context).equals(one) ? first : second).judge(value, context);
    }

    /**
     * {@code advised(x,reason,new,new of false)}: systemd uses values of x, but they are deprecated; the new values, if
     * given, have the same meaning.
     */
    private static Grammar advised(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        Complaint deprecated = new Complaint(Effect.USED, arguments.get(1));
        List<String> fresh = arguments.subList(2, arguments.size());
        return (value, context) -> {
            List<Complaint> complaints = inner.judge(value, context);
            // The other alternatives have the words of today.
            return !complaints.isEmpty()
                    ? complaints.stream()
                            .map(c -> c.withReason("invalid value '" + value + "'"))
                            .toList()
                    : List.of(
                            fresh.isEmpty()
                                    ? deprecated
                                    : deprecated.with(Remedy.write(
                                            Booleans.parse(value).toOptional().equals(Optional.of(false))
                                                    ? fresh.getLast()
                                                    : fresh.getFirst())));
        };
    }

    /** {@code silent_empty(x)}: networkd silently ignores the section for an empty value. */
    private static Grammar silentEmpty(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> value.isEmpty()
                ? List.of(new Complaint(Effect.SILENT, "systemd ignores the whole section for an empty value"))
                : inner.judge(value, context);
    }
}
