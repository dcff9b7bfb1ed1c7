package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.literal.Calendars;
import io.bitbuilder.bbc.literal.Identifiers;
import io.bitbuilder.bbc.literal.Interfaces;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.SocketAddresses;
import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Grammars of units that start others: sockets, timers, paths (systemd.socket(5), systemd.timer(5), systemd.path(5)). */
final class SocketGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final String OLD_RUN = "/var/run/";
    private static final Set<String> PROTOCOLS = Set.of("udplite", "sctp", "mptcp", "136", "132", "262");
    private static final IntRange NETLINK = new IntRange(0, Integer.MAX_VALUE);

    private SocketGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("listen", Maker.of((value, context) -> value.isEmpty() ? List.of() : listen(value, context)));
        makers.put("socket_protocol", Maker.of((value, context) -> Parts.fine(PROTOCOLS.contains(value.toLowerCase(Locale.ROOT)), Reason.invalid("protocol", value, "udplite, sctp or mptcp"))));
        makers.put("socket_device", Maker.of((value, context) -> value.isEmpty() || value.equals("*") ? List.of()
                : Specifiers.in(value, context, Specifiers.LINE, name -> Parts.fine(Interfaces.isValid(name), Reason.invalid("interface name", name)))));
        makers.put("timestamping", Maker.of((value, context) -> Parts.fine(Booleans.is(value) || Set.of("off", "us", "ns", "nsec", "usec", "\u00b5s", "\u03bcs").contains(value),
                Reason.invalid("value", value, "off, us or ns"))));
        makers.put("xattr", Maker.of(SocketGrammars::attribute));
        makers.put("descriptor", Maker.of((value, context) -> Specifiers.in(value, context, Specifiers.NAME, name ->
                Parts.fine(Identifiers.isDescriptor(name), Reason.invalid("file descriptor name", name)))));
        makers.put("timer", Maker.of((value, context) -> value.isEmpty() ? List.of() : Specifiers.in(value, context, Specifiers.LINE, text ->
                context.directive().flags().equals("TIMER_CALENDAR") ? calendar(text) : Parts.fine(Spans.seconds(text)))));
        makers.put("calendar", Maker.parsed(Calendars::parse));
        makers.put("pid_file", Maker.of(SocketGrammars::pidFile));
        return makers;
    }

    private static List<Complaint> listen(String value, Context context) {
        String kind = context.directive().flags();
        return Specifiers.in(value, context, Specifiers.PATH, text -> switch (kind) {
            case "SOCKET_SOCKET" -> context.directive().key().equals("ListenNetlink") ? netlink(text, context) : address(text, context);
            default -> {
                Set<Paths.Check> checks = kind.equals("SOCKET_SPECIAL") ? Set.of(Paths.Check.ABSOLUTE) : Set.of(Paths.Check.ABSOLUTE, Paths.Check.NO_API);
                yield Paths.check(text, checks) instanceof Parsed.Bad<String>(Reason reason) ? Parts.ignored(reason)
                        : kind.equals("SOCKET_FIFO") ? oldRun(text) : List.of();
            }
        });
    }

    private static List<Complaint> oldRun(String path) {
        return Paths.simplify(path, false).startsWith(OLD_RUN) ? Parts.changed("/var/run is obsolete; systemd uses /run") : List.of();
    }

    private static List<Complaint> address(String text, Context context) {
        List<Complaint> advice = oldRun(text);
        return Parts.both(advice, switch (SocketAddresses.parse(advice.isEmpty() ? text : text.substring(4))) {
            case Parsed.Bad<SocketAddresses.Family>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<SocketAddresses.Family>(SocketAddresses.Family family) ->
                Parts.fine(!context.directive().key().equals("ListenSequentialPacket") || family == SocketAddresses.Family.UNIX, "only paths and abstract names can be used with it");
        });
    }

    private static List<Complaint> netlink(String text, Context context) {
        Splitter words = Splitter.of(text);
        return switch (words.next().orElse(Parsed.bad("empty value"))) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String family) -> {
                boolean known = context.catalogue().words("netlink_family").accepts(family, context.target()) || Numbers.uint(family, 0, NETLINK.last()) instanceof Parsed.Good;
                String group = words.tail().orElse("");
                yield known && group.isEmpty() ? List.of() : known ? Parts.fine(Numbers.uint32(group)) : Parts.ignored(Reason.unknown("netlink family", family));
            }
        };
    }

    private static List<Complaint> attribute(String value, Context context) {
        return value.isEmpty() ? List.of() : ExecGrammars.pair(value, "=").map(pair -> Specifiers.in(pair.getFirst(), context, Specifiers.LINE, name ->
                name.startsWith("user.") ? Specifiers.in(pair.getLast(), context, Specifiers.LINE, text -> List.of()) : Parts.ignored(Reason.invalid("extended attribute", name, "user.NAME"))))
                .orElseGet(() -> Parts.ignored("missing '='"));
    }

    private static List<Complaint> calendar(String text) {
        return switch (Calendars.parse(text)) {
            case Parsed.Bad<Calendars.Event>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<Calendars.Event>(Calendars.Event event) -> event.conflict()
                    .map(day -> Parts.used("that day is a " + day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT) + ", so the event never occurs"))
                    .orElse(List.of());
        };
    }

    /** A path below /run, or an absolute one. */
    private static List<Complaint> pidFile(String value, Context context) {
        return value.isEmpty() ? List.of() : Specifiers.in(value, context, Specifiers.PATH, path ->
                switch (Paths.check(Paths.isAbsolute(path) ? path : "/run/" + path, Set.of(Paths.Check.ABSOLUTE, Paths.Check.NO_API))) {
                    case Parsed.Bad<String>(Reason reason) -> List.of(Complaint.refused(reason));
                    case Parsed.Good<String>(String simple) -> oldRun(simple);
                });
    }
}
