package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Addresses;
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

/**
 * Grammars of systemd-system.conf(5), journald.conf(5), logind.conf(5), timesyncd.conf(5), oomd.conf(5) and
 * networkd.conf(5).
 */
final class ManagerValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final Set<String> LEVELS = Set.of(
            "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "0", "1", "2", "3", "4", "5", "6",
            "7");

    private static final Set<String> SINGLE_TARGETS = Set.of("console", "kmsg", "journal", "syslog");
    private static final Set<String> LEAVING = Set.of("none", "exit", "exit-force");
    private static final Map<String, String> TABLES = Map.of("default", "253", "main", "254", "local", "255");
    private static final int MAX_CPUS = 8192;

    private ManagerValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("log_levels", GrammarFactory.of((value, context) -> levels(value)));
        factories.put("manager_action", GrammarFactory.of((value, context) -> action(value, context)));
        factories.put("default_output", GrammarFactory.of((value, context) -> output(value)));
        factories.put(
                "cpu_ranges",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.by(Splitter.BLANKS + ",", value, Flag.UNQUOTE), ManagerValueGrammars::cpus)));
        factories.put("tmpfs_size", GrammarFactory.parsed(ManagerValueGrammars::tmpfsSize));
        factories.put(
                "time_servers",
                GrammarFactory.of((value, context) ->
                        CommonValueGrammars.each(Splitter.of(value), ManagerValueGrammars::server)));
        factories.put("pressure_duration", GrammarFactory.parsed(ManagerValueGrammars::duration));
        factories.put(
                "route_tables",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value),
                        word -> table(word).map(Complaint::part).stream().toList())));
        return factories;
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
                List.of(new Complaint(Effect.CHANGED, "systemd uses the journal instead of syslog")
                        .with(Remedy.write(value.replace("syslog", "journal"))));
            default -> CommonValueGrammars.ignored(Reason.invalid("default output", value));
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
