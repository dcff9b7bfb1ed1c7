package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.ServerAddresses;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Percentages;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Grammars of systemd-system.conf(5), journald.conf(5), logind.conf(5), timesyncd.conf(5), oomd.conf(5) and
 * networkd.conf(5).
 */
final class ManagerValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = makers();

    private static final Set<String> LEVELS = Set.of(
            "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "0", "1", "2", "3", "4", "5", "6",
            "7");
    private static final Set<String> SINGLE_TARGETS = Set.of("console", "kmsg", "journal", "syslog");
    private static final Set<String> SLEEPS = Set.of("suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate");
    private static final Set<String> LEAVING = Set.of("none", "exit", "exit-force");
    private static final Map<String, String> TABLES = Map.of("default", "253", "main", "254", "local", "255");
    private static final BigInteger LINE_LEAST = BigInteger.valueOf(79);
    private static final BigInteger LINE_MOST = BigInteger.valueOf(Long.MAX_VALUE - 1);
    private static final int MAX_CPUS = 8192;
    private static final int MAX_SOCKET_PATH = 107;

    private ManagerValueGrammars() {}

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>();
        makers.put("log_levels", GrammarFactory.of((value, context) -> levels(value)));
        makers.put("manager_action", GrammarFactory.of((value, context) -> action(value, context)));
        makers.put("default_output", GrammarFactory.of((value, context) -> output(value)));
        makers.put(
                "cpu_ranges",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.by(Splitter.BLANKS + ",", value, Flag.UNQUOTE), ManagerValueGrammars::cpus)));
        makers.put("journal_compress", GrammarFactory.of((value, context) -> compress(value)));
        makers.put("line_max", GrammarFactory.of((value, context) -> lineMax(value)));
        makers.put("stream_address", GrammarFactory.parsed(ManagerValueGrammars::socket));
        makers.put("tmpfs_size", GrammarFactory.parsed(ManagerValueGrammars::tmpfsSize));
        makers.put(
                "sleep_operations",
                GrammarFactory.of((value, context) -> sleepWords(
                        value,
                        word -> SLEEPS.contains(word)
                                ? List.of()
                                : List.of(Complaint.part(Reason.unknown("sleep operation", word))))));
        makers.put("sleep_modes", GrammarFactory.of((value, context) -> sleepWords(value, word -> List.of())));
        makers.put(
                "time_servers",
                GrammarFactory.of((value, context) ->
                        CommonValueGrammars.each(Splitter.of(value), ManagerValueGrammars::server)));
        makers.put("pressure_duration", GrammarFactory.parsed(ManagerValueGrammars::duration));
        makers.put(
                "route_tables",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value),
                        word -> table(word).map(Complaint::part).stream().toList())));
        return makers;
    }

    /** Judges levels between commas, each with a target before it or without. */
    private static List<Complaint> levels(String value) {
        for (String word : value.split(",")) {
            int colon = word.indexOf(':');
            boolean good = word.isEmpty()
                    || LEVELS.contains(word.substring(colon + 1))
                            && (colon < 0 || SINGLE_TARGETS.contains(word.substring(0, colon)));
            if (!good) {
                return CommonValueGrammars.ignored(Reason.invalid("log level", word));
            }
        }
        return List.of();
    }

    /** Judges the action of the manager in an emergency; that of a user manager can only exit. */
    private static List<Complaint> action(String value, ValueContext context) {
        boolean known = context.catalogue().words("emergency_action").accepts(value, context.target());
        return known && (!context.file().equals("user.conf") || LEAVING.contains(value))
                ? List.of()
                : CommonValueGrammars.ignored(Reason.invalid("action for this manager", value));
    }

    private static List<Complaint> output(String value) {
        return switch (value) {
            case "inherit", "null", "tty", "kmsg", "kmsg+console", "journal", "journal+console" -> List.of();
            case "syslog", "syslog+console" ->
                List.of(new Complaint(Effect.CHANGED, "systemd uses the journal instead of syslog"));
            default -> CommonValueGrammars.ignored(Reason.invalid("default output", value));
        };
    }

    /** If the words cannot be split, the daemon drops all its configuration and reports it as lack of memory. */
    private static List<Complaint> sleepWords(String value, Function<String, List<Complaint>> judge) {
        return switch (Splitter.all(value, Flag.UNQUOTE, Flag.RETAIN_ESCAPE)) {
            case Parsed.Bad<List<String>>(Reason reason) -> List.of(Complaint.refused(reason));
            case Parsed.Good<List<String>>(List<String> words) ->
                words.stream().flatMap(word -> judge.apply(word).stream()).toList();
        };
    }

    private static List<Complaint> cpus(String word) {
        return switch (Numbers.range(word)) {
            case Parsed.Bad<IntRange>(Reason reason) -> List.of(Complaint.part(reason));
            case Parsed.Good<IntRange>(IntRange range) ->
                range.first() <= range.last() && range.last() < MAX_CPUS
                        ? List.of()
                        : List.of(Complaint.part(Reason.invalid("CPU range", word)));
        };
    }

    private static List<Complaint> compress(String value) {
        if (value.equals("0") || value.equals("1")) {
            return List.of(
                    new Complaint(Effect.USED, "ambiguous; systemd reads it as " + (value.equals("1") ? "yes" : "no")));
        }
        return Booleans.is(value) || Sizes.parse(value, Sizes.IEC) instanceof Parsed.Good
                ? List.of()
                : CommonValueGrammars.ignored(Reason.invalid("value", value, "a boolean or a size"));
    }

    private static List<Complaint> lineMax(String value) {
        return switch (Sizes.parse(value, Sizes.IEC)) {
            case Parsed.Bad<BigInteger>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<BigInteger>(BigInteger n)
            when n.compareTo(LINE_LEAST) < 0 ->
                List.of(new Complaint(Effect.CHANGED, "below the minimum; systemd uses " + LINE_LEAST));
            case Parsed.Good<BigInteger>(BigInteger n)
            when n.compareTo(LINE_MOST) > 0 ->
                List.of(new Complaint(Effect.CHANGED, "above the maximum; systemd uses " + LINE_MOST));
            case Parsed.Good<BigInteger> good -> List.of();
        };
    }

    /** Parses a path, {@code @name}, {@code vsock:cid:port}, a port, or an address with a port. */
    private static Parsed<String> socket(String value) {
        if (value.startsWith("/") || value.startsWith("@")) {
            return value.length() <= MAX_SOCKET_PATH && (value.length() > 1 || value.startsWith("/"))
                    ? Parsed.good(value)
                    : Parsed.bad("the socket path is empty or exceeds " + MAX_SOCKET_PATH + " characters");
        }
        if (value.startsWith("vsock")) {
            return value.matches("vsock(?:-(?:dgram|seqpacket|stream))?:[0-9]{0,9}:[0-9]{1,9}")
                    ? Parsed.good(value)
                    : Parsed.bad(Reason.invalid("vsock address", value, "vsock:CID:PORT"));
        }
        boolean port = Numbers.port(value) instanceof Parsed.Good;
        boolean bare = Addresses.parse(value.replaceFirst("%.*", "")) instanceof Parsed.Good;
        return port
                ? Parsed.good(value)
                : bare
                        ? Parsed.bad(Reason.about(value, "missing port after '" + value + "'"))
                        : ServerAddresses.parse(value, true, false);
    }

    /** Parses a share of the memory or a size, above 0. */
    private static Parsed<BigInteger> tmpfsSize(String value) {
        if (Percentages.atMost(Percentages.permyriad(value), 10_000) instanceof Parsed.Good<Long>(Long share)
                && share > 0) {
            return Parsed.good(BigInteger.valueOf(share));
        }
        return Sizes.parse(value, Sizes.IEC)
                .then(n -> n.signum() > 0 ? Parsed.good(n) : Parsed.bad("the size must be above 0"));
    }

    private static List<Complaint> server(String word) {
        return Addresses.parse(word) instanceof Parsed.Good || HostNames.isDnsName(word)
                ? List.of()
                : List.of(Complaint.part(Reason.invalid("server", word, "a host name or an address")));
    }

    /** Parses a time span of zero, which is the default, or of at least a second. */
    private static Parsed<BigInteger> duration(String value) {
        return TimeSpans.seconds(value)
                .then(n -> n.signum() == 0
                                || n.compareTo(BigInteger.valueOf(TimeSpans.SECOND)) >= 0
                                        && n.compareTo(TimeSpans.INFINITY) < 0
                        ? Parsed.good(n)
                        : Parsed.bad("the time span must be 0 or at least one second, and finite"));
    }

    /** Returns the problem of {@code name:number}. */
    private static Optional<Reason> table(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? "" : word.substring(0, colon);
        String number = word.substring(colon + 1);
        if (name.isEmpty() || name.matches("[0-9]+") || TABLES.containsKey(name)) {
            return Optional.of(
                    Reason.invalid("route table", word, "a name that is neither a number nor default, main or local"));
        }
        boolean good = Numbers.uint32(number) instanceof Parsed.Good<Long>(Long n)
                && n > 0
                && !TABLES.containsValue(n.toString());
        return good && !PlainStrings.hasControl(name)
                ? Optional.empty()
                : Optional.of(Reason.invalid("route table", word, "a number above 0 that is not 253, 254 or 255"));
    }
}
