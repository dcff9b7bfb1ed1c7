package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Options and identifiers of DHCP (RFC 2132, RFC 8415). */
final class DhcpValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    /** A data type that networkd knows. */
    private static final Optional<String> KNOWN = Optional.empty();

    private static final int MAX_DUID = 128;
    private static final int MAX_OPTION = 255;
    private static final String LINK_LAYER_TIME = "link-layer-time";
    private static final Set<String> DUID_TYPES = Set.of(LINK_LAYER_TIME, "vendor", "link-layer", "uuid");

    /** Words, seconds since 1970, and a date, a time or both, with a day of the week before and a zone after. */
    private static final Pattern TIMESTAMP = Pattern.compile("now|today|yesterday|tomorrow|epoch|@[0-9]+(\\.[0-9]+)?"
            + "|((Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?([0-9]{2}|[0-9]{4})-[0-9]{1,2}-[0-9]{1,2}"
            + "([ T][0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\\.[0-9]+)?)?)?( ?[A-Za-z/_+-][A-Za-z0-9:/_+-]*)?"
            + "|[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\\.[0-9]+)?)?( [A-Za-z/_]+)?");

    private DhcpValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "dhcp_data",
                GrammarFactory.of((value, context) -> typed(
                        value, text -> data(text, context.directive().flags().equals("true")))));
        factories.put(
                "dhcp_option",
                GrammarFactory.of((value, context) ->
                        typed(value, text -> numbered(text, 254, rest -> data(rest, true)))));
        factories.put("dhcp6_option", GrammarFactory.of((value, context) -> typed(value, DhcpValueGrammars::option6)));
        factories.put(
                "dhcp6_vendor_option",
                GrammarFactory.of((value, context) -> typed(
                        value,
                        text -> head(text, word -> Numbers.uint32(word).map(n -> word), DhcpValueGrammars::option6))));
        factories.put("duid_type", GrammarFactory.parsed(DhcpValueGrammars::duidType));
        factories.put("duid_bytes", GrammarFactory.parsed(DhcpValueGrammars::duidBytes));
        factories.put("text_up_to", (arguments, parse) -> {
            int most = Integer.parseInt(arguments.getFirst());
            return Grammar.parsed(text -> text.isEmpty() || Utf8Text.length(text) > most
                    ? Parsed.bad("expected 1 to " + most + " bytes")
                    : Parsed.good(text));
        });
        return factories;
    }

    /** Returns the problem of an option; networkd reads no further after an unknown data type, and drops the file. */
    private static List<Complaint> typed(String value, Function<String, Parsed<Optional<String>>> option) {
        return switch (option.apply(value)) {
            case Parsed.Good<Optional<String>>(Optional<String> unknown) ->
                unknown.map(type -> new Complaint(Effect.FILE_IGNORED, Reason.unknown("DHCP data type", type))).stream()
                        .toList();
            case Parsed.Bad<Optional<String>>(Reason reason) -> Complaints.ignored(reason);
        };
    }

    /** Returns the word before the first colon and the rest, which cannot be empty. */
    private static Parsed<Optional<String>> head(
            String text, Function<String, Parsed<String>> word, Function<String, Parsed<Optional<String>>> rest) {
        Splitter words = Splitter.by(":", text);
        Optional<Parsed<String>> first = words.next();
        String tail = words.tail().orElse("");
        return first.isEmpty() || tail.isEmpty()
                ? Parsed.bad(Reason.about(text, "missing field after ':' in '" + text + "'"))
                : first.get().then(word).then(w -> rest.apply(tail));
    }

    private static Parsed<Optional<String>> numbered(
            String text, int most, Function<String, Parsed<Optional<String>>> rest) {
        return head(text, word -> Numbers.uint(word, 1, most).map(n -> word), rest);
    }

    private static Parsed<Optional<String>> option6(String text) {
        return numbered(text, 65_534, rest -> data(rest, false));
    }

    /** Checks {@code TYPE:VALUE}; returns the type when it is unknown. */
    private static Parsed<Optional<String>> data(String text, boolean isShort) {
        Splitter words = Splitter.by(":", text);
        Optional<Parsed<String>> first = words.next();
        String value = words.tail().orElse("");
        return first.isEmpty() || value.isEmpty()
                ? Parsed.bad(Reason.about(text, "missing field after ':' in '" + text + "'"))
                : first.get().then(type -> data(type, value, isShort));
    }

    private static Parsed<Optional<String>> data(String type, String value, boolean isShort) {
        return switch (type) {
            case "uint8" -> Numbers.uint(value, 0, 255).map(n -> KNOWN);
            case "uint16" -> Numbers.uint(value, 0, 65_535).map(n -> KNOWN);
            case "uint32" -> Numbers.uint32(value).map(n -> KNOWN);
            case "ipv4address" -> Addresses.parse4(value).map(a -> KNOWN);
            case "ipv6address" -> Addresses.parse6(value).map(a -> KNOWN);
            case "string" ->
                Escapes.undoWithZeros(value)
                        .then(t -> isShort && Utf8Text.length(t) > MAX_OPTION
                                ? Parsed.bad("the string exceeds 255 bytes")
                                : Parsed.good(KNOWN));
            default -> Parsed.good(Optional.of(type));
        };
    }

    /** Parses the type of a DUID, and for the type with a time a timestamp after a colon. */
    private static Parsed<String> duidType(String text) {
        Splitter words = Splitter.by(":", text);
        Optional<Parsed<String>> first = words.next();
        String time = words.tail().orElse("");
        if (first.isEmpty()) {
            return Parsed.bad("missing type");
        }
        return first.get()
                .then(type -> DUID_TYPES.contains(type)
                        ? Parsed.good(type)
                        : Numbers.uint(type, 0, 65_535).map(n -> n == 1 ? LINK_LAYER_TIME : type))
                .then(type -> time.isEmpty()
                        ? Parsed.good(text)
                        : type.equals(LINK_LAYER_TIME)
                                ? timestamp(time)
                                : Parsed.bad(Reason.about(time, "only " + LINK_LAYER_TIME + " can have a time")));
    }

    /** Parses a point in time (systemd.time(7), "Parsing Timestamps"). */
    private static Parsed<String> timestamp(String text) {
        return TIMESTAMP.matcher(text).matches()
                        || text.startsWith("+") && TimeSpans.seconds(text.substring(1)) instanceof Parsed.Good
                        || text.endsWith(" ago")
                                && TimeSpans.seconds(text.substring(0, text.length() - 4)) instanceof Parsed.Good
                ? Parsed.good(text)
                : Parsed.bad(Reason.invalid("timestamp", text));
    }

    /** Parses bytes in hexadecimal between colons, at most 128. */
    private static Parsed<String> duidBytes(String text) {
        return Splitter.by(":", text)
                .rest()
                .then(bytes -> isBytes(bytes)
                        ? Parsed.good(text)
                        : Parsed.bad(Reason.invalid("DUID", text, "at most " + MAX_DUID + " bytes in hexadecimal")));
    }

    private static boolean isBytes(List<String> bytes) {
        return bytes.size() <= MAX_DUID && bytes.stream().allMatch(b -> b.matches("[0-9a-fA-F]{1,2}"));
    }
}
