package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.literal.Escapes;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Utf8;
import io.bitbuilder.bbc.value.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Options and identifiers of DHCP (RFC 2132, RFC 8415). */
final class NetworkDhcpGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final String NO_TYPE = "' is no type of data of DHCP";
    private static final int MAX_DUID = 128;
    private static final int MAX_OPTION = 255;
    private static final String LINK_LAYER_TIME = "link-layer-time";
    private static final Set<String> DUID_TYPES = Set.of(LINK_LAYER_TIME, "vendor", "link-layer", "uuid");

    /** Words, seconds since 1970, and a date, a time or both, with a day of the week before and a zone behind. */
    private static final Pattern TIMESTAMP = Pattern.compile("now|today|yesterday|tomorrow|epoch|@[0-9]+(\\.[0-9]+)?"
            + "|((Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?([0-9]{2}|[0-9]{4})-[0-9]{1,2}-[0-9]{1,2}([ T][0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\\.[0-9]+)?)?)?( ?[A-Za-z/_+-][A-Za-z0-9:/_+-]*)?"
            + "|[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\\.[0-9]+)?)?( [A-Za-z/_]+)?");

    private NetworkDhcpGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("dhcp_data", Maker.of((value, context) -> typed(value, text -> data(text, isShort(context)))));
        makers.put("dhcp_option", Maker.of((value, context) -> typed(value, text -> numbered(text, 254, rest -> data(rest, isShort(context))))));
        makers.put("dhcp6_option", Maker.of((value, context) -> typed(value, NetworkDhcpGrammars::option6)));
        makers.put("dhcp6_vendor_option", Maker.of((value, context) -> typed(value, text -> head(text, word -> Numbers.uint32(word).map(n -> word), NetworkDhcpGrammars::option6))));
        makers.put("duid_type", Maker.parsed(NetworkDhcpGrammars::duidType));
        makers.put("duid_bytes", Maker.parsed(NetworkDhcpGrammars::duidBytes));
        makers.put("text_up_to", (arguments, parse) -> {
            int most = Integer.parseInt(arguments.getFirst());
            return Grammar.parsed(text -> text.isEmpty() || Utf8.length(text) > most ? Parsed.bad("it has not 1 to " + most + " bytes") : Parsed.good(text));
        });
        return makers;
    }

    /** What is wrong with an option; networkd reads nothing behind a type of data that it does not know, nor uses the file. */
    private static List<Complaint> typed(String value, Function<String, Parsed<String>> option) {
        return switch (option.apply(value)) {
            case Parsed.Good<String> good -> List.of();
            case Parsed.Bad<String>(String reason) -> List.of(new Complaint(reason.endsWith(NO_TYPE) ? Effect.FILE_IGNORED : Effect.LINE_IGNORED, reason));
        };
    }

    private static boolean isShort(Context context) {
        return context.directive().flags().equals("true") || context.directive().parser().endsWith("tlv");
    }

    /** The word before the first colon and what is behind it, which must be something. */
    private static Parsed<String> head(String text, Function<String, Parsed<String>> word, Function<String, Parsed<String>> rest) {
        Splitter words = Splitter.by(":", text);
        Optional<Parsed<String>> first = words.next();
        String tail = words.tail().orElse("");
        return first.isEmpty() || tail.isEmpty() ? Parsed.bad("'" + text + "' lacks a part behind a colon") : first.get().then(word).then(w -> rest.apply(tail));
    }

    private static Parsed<String> numbered(String text, int most, Function<String, Parsed<String>> rest) {
        return head(text, word -> Numbers.uint(word, 1, most).map(n -> word), rest);
    }

    private static Parsed<String> option6(String text) {
        return numbered(text, 65_534, rest -> data(rest, false));
    }

    /** {@code TYPE:VALUE}. */
    private static Parsed<String> data(String text, boolean isShort) {
        Splitter words = Splitter.by(":", text);
        Optional<Parsed<String>> first = words.next();
        String value = words.tail().orElse("");
        return first.isEmpty() || value.isEmpty() ? Parsed.bad("'" + text + "' lacks a part behind a colon") : first.get().then(type -> data(type, value, isShort));
    }

    private static Parsed<String> data(String type, String value, boolean isShort) {
        return switch (type) {
            case "uint8" -> Numbers.uint(value, 0, 255).map(n -> value);
            case "uint16" -> Numbers.uint(value, 0, 65_535).map(n -> value);
            case "uint32" -> Numbers.uint32(value).map(n -> value);
            case "ipv4address" -> Addresses.parse4(value).map(a -> value);
            case "ipv6address" -> Addresses.parse6(value).map(a -> value);
            case "string" -> Escapes.undo(value, false).then(t -> isShort && Utf8.length(t) > MAX_OPTION ? Parsed.bad("it is longer than 255 bytes") : Parsed.good(value));
            default -> Parsed.bad("'" + type + NO_TYPE);
        };
    }

    /** Type of a DUID, and for the one with a time a time stamp behind a colon. */
    private static Parsed<String> duidType(String text) {
        Splitter words = Splitter.by(":", text);
        Optional<Parsed<String>> first = words.next();
        String time = words.tail().orElse("");
        if (first.isEmpty()) {
            return Parsed.bad("there is no type");
        }
        return first.get().then(type -> DUID_TYPES.contains(type) ? Parsed.good(type) : Numbers.uint(type, 0, 65_535).map(n -> n == 1 ? LINK_LAYER_TIME : type))
                .then(type -> time.isEmpty() ? Parsed.good(text) : type.equals(LINK_LAYER_TIME) ? timestamp(time) : Parsed.bad("only " + LINK_LAYER_TIME + " has a time"));
    }

    /** A point in time (systemd.time(7), "Parsing Timestamps"). */
    private static Parsed<String> timestamp(String text) {
        return TIMESTAMP.matcher(text).matches() || text.startsWith("+") && Spans.seconds(text.substring(1)) instanceof Parsed.Good
                || text.endsWith(" ago") && Spans.seconds(text.substring(0, text.length() - 4)) instanceof Parsed.Good
                ? Parsed.good(text) : Parsed.bad("'" + text + "' is no point in time");
    }

    /** Bytes in hexadecimal between colons, at most 128. */
    private static Parsed<String> duidBytes(String text) {
        return Splitter.by(":", text).rest().then(bytes -> isBytes(bytes) ? Parsed.good(text) : Parsed.bad("'" + text + "' is not a list of at most " + MAX_DUID + " bytes"));
    }

    private static boolean isBytes(List<String> bytes) {
        return bytes.size() <= MAX_DUID && bytes.stream().allMatch(b -> b.matches("[0-9a-fA-F]{1,2}"));
    }
}
