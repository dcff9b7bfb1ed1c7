package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.CalendarEvents;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.SocketAddresses;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Grammars of units that start others: sockets, timers, paths (systemd.socket(5), systemd.timer(5), systemd.path(5)).
 */
final class SocketValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final String OLD_RUN = "/var/run/";
    private static final Set<String> PROTOCOLS = Set.of("udplite", "sctp", "mptcp", "136", "132", "262");
    private static final IntRange NETLINK = new IntRange(0, Integer.MAX_VALUE);

    private SocketValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "listen", GrammarFactory.of((value, context) -> value.isEmpty() ? List.of() : listen(value, context)));
        factories.put(
                "socket_protocol",
                GrammarFactory.of((value, context) -> Complaints.unless(
                        PROTOCOLS.contains(value.toLowerCase(Locale.ROOT)),
                        Reason.invalid("protocol", value, "udplite, sctp or mptcp"))));
        factories.put(
                "socket_device",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("*")
                        ? List.of()
                        : UnitSpecifiers.in(
                                value,
                                context,
                                UnitSpecifiers.LINE,
                                name -> Complaints.unless(
                                        LinkNames.isValid(name), Reason.invalid("interface name", name)))));
        factories.put(
                "timestamping",
                GrammarFactory.of((value, context) -> Complaints.unless(
                        Booleans.is(value)
                                || Set.of("off", "us", "ns", "nsec", "usec", "\u00b5s", "\u03bcs")
                                        .contains(value),
                        Reason.invalid("value", value, "off, us or ns"))));
        factories.put("xattr", GrammarFactory.of(SocketValueGrammars::attribute));
        factories.put(
                "descriptor",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.NAME,
                        name -> Complaints.unless(
                                Identifiers.isDescriptor(name), Reason.invalid("file descriptor name", name)))));
        factories.put(
                "timer",
                GrammarFactory.of((value, context) -> value.isEmpty()
                        ? List.of()
                        : UnitSpecifiers.in(
                                value,
                                context,
                                UnitSpecifiers.LINE,
                                text -> context.directive().flags().equals("TIMER_CALENDAR")
                                        ? calendar(text)
                                        : Complaints.unless(TimeSpans.seconds(text)))));
        factories.put("calendar", GrammarFactory.parsed(CalendarEvents::parse));
        factories.put("pid_file", GrammarFactory.of(SocketValueGrammars::pidFile));
        return factories;
    }

    private static List<Complaint> listen(String value, ValueContext context) {
        String kind = context.directive().flags();
        return UnitSpecifiers.in(value, context, UnitSpecifiers.PATH, text -> switch (kind) {
            case "SOCKET_SOCKET" ->
                context.directive().key().equals("ListenNetlink") ? netlink(text, context) : address(text, context);
            default -> {
                Set<Paths.Check> checks = kind.equals("SOCKET_SPECIAL")
                        ? Set.of(Paths.Check.ABSOLUTE)
                        : Set.of(Paths.Check.ABSOLUTE, Paths.Check.NO_API);
                yield Paths.check(text, checks) instanceof Parsed.Bad<String>(Reason reason)
                        ? Complaints.ignored(reason)
                        : kind.equals("SOCKET_FIFO") ? oldRun(text) : List.of();
            }
        });
    }

    private static List<Complaint> oldRun(String path) {
        return Paths.simplify(path, false).startsWith(OLD_RUN)
                ? Complaints.changed("/var/run is obsolete; systemd uses /run")
                : List.of();
    }

    private static List<Complaint> address(String text, ValueContext context) {
        List<Complaint> advice = oldRun(text);
        return Complaints.both(
                advice,
                switch (SocketAddresses.parse(advice.isEmpty() ? text : text.substring(4))) {
                    case Parsed.Bad<SocketAddresses.Family>(Reason reason) -> Complaints.ignored(reason);
                    case Parsed.Good<SocketAddresses.Family>(SocketAddresses.Family family) ->
                        Complaints.unless(
                                !context.directive().key().equals("ListenSequentialPacket")
                                        || family == SocketAddresses.Family.UNIX,
                                "only paths and abstract names can be used with it");
                });
    }

    private static List<Complaint> netlink(String text, ValueContext context) {
        Splitter words = Splitter.of(text);
        return switch (words.next().orElse(Parsed.bad("empty value"))) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String family) -> {
                boolean known = context.catalogue().words("netlink_family").accepts(family, context.target())
                        || Numbers.uint(family, 0, NETLINK.last()) instanceof Parsed.Good;
                String group = words.tail().orElse("");
                yield known && group.isEmpty()
                        ? List.of()
                        : known
                                ? Complaints.unless(Numbers.uint32(group))
                                : Complaints.ignored(Reason.unknown("netlink family", family));
            }
        };
    }

    private static List<Complaint> attribute(String value, ValueContext context) {
        return value.isEmpty()
                ? List.of()
                : ExecValueGrammars.pair(value, "=")
                        .map(pair -> UnitSpecifiers.in(
                                pair.getFirst(),
                                context,
                                UnitSpecifiers.LINE,
                                name -> name.startsWith("user.")
                                        ? UnitSpecifiers.in(
                                                pair.getLast(), context, UnitSpecifiers.LINE, text -> List.of())
                                        : Complaints.ignored(Reason.invalid("extended attribute", name, "user.NAME"))))
                        .orElseGet(() -> Complaints.ignored("missing '='"));
    }

    private static List<Complaint> calendar(String text) {
        return switch (CalendarEvents.parse(text)) {
            case Parsed.Bad<CalendarEvents.Event>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<CalendarEvents.Event>(CalendarEvents.Event event) ->
                event.conflict()
                        .map(day ->
                                day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT))
                        .map(day -> Complaints.with(
                                Remedy.of("write " + day.substring(0, 3) + ", or remove the weekday"),
                                Complaints.used("that day is a " + day + ", so the event never occurs")))
                        .orElse(List.of());
        };
    }

    /** Judges a path below /run, or an absolute path. */
    private static List<Complaint> pidFile(String value, ValueContext context) {
        return value.isEmpty()
                ? List.of()
                : UnitSpecifiers.in(value, context, UnitSpecifiers.PATH, path -> switch (Paths.check(
                        Paths.isAbsolute(path) ? path : "/run/" + path,
                        Set.of(Paths.Check.ABSOLUTE, Paths.Check.NO_API))) {
                    case Parsed.Bad<String>(Reason reason) -> List.of(Complaint.refused(reason));
                    case Parsed.Good<String>(String simple) -> oldRun(simple);
                });
    }
}
