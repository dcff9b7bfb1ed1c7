package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Signals;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of units (systemd.unit(5) and the pages of each type). */
public final class UnitValueGrammars {
    public static final Map<String, GrammarFactory> MAKERS = factories();

    private static final Set<String> EXIT_NAMES = Set.of(
            ("SUCCESS FAILURE CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO "
                            + "TIMERSLACK SECUREBITS SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES CGROUP "
                            + "SETSID CONFIRM STDERR PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES "
                            + "SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR ADDRESS_FAMILIES "
                            + "RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY "
                            + "CACHE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS "
                            + "BPF KSM MEMORY_THP EXCEPTION INVALIDARGUMENT NOTIMPLEMENTED "
                            + "NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING USAGE DATAERR NOINPUT "
                            + "NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR "
                            + "TEMPFAIL PROTOCOL NOPERM CONFIG")
                    .split(" "));

    private UnitValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("printf", UnitValueGrammars::printf);
        factories.put("printf_path", UnitValueGrammars::printfPath);
        factories.put("fatal_if_flagged", UnitValueGrammars::fatalIfFlagged);
        factories.put(
                "reboot_parameter",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.LINE,
                        text -> Complaints.unless(
                                Utf8Text.isAscii(text) && text.length() <= PlainStrings.MAX_FILENAME,
                                "only ASCII of at most 255 characters is allowed"))));
        factories.put("documentation", GrammarFactory.of(UnitValueGrammars::documentation));
        factories.put("kill_mode", GrammarFactory.of(UnitValueGrammars::killMode));
        factories.put(
                "exit_statuses",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value),
                        word -> Complaints.asPart(Complaints.unless(
                                EXIT_NAMES.contains(word)
                                        || Numbers.uint(word, 0, 255) instanceof Parsed.Good
                                        || Signals.parse(word) instanceof Parsed.Good,
                                Reason.invalid("exit status or signal", word))))));
        factories.put(
                "bus_name",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.NAME,
                        name -> Complaints.unless(Identifiers.isBusName(name), Reason.invalid("D-Bus name", name)))));
        factories.put(
                "mount_node",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.LINE,
                        text -> Complaints.unless(
                                Utf8Text.length(text) <= UnitSpecifiers.PATH,
                                "longer than " + UnitSpecifiers.PATH + " bytes"))));
        factories.put("sessions", GrammarFactory.of(UnitValueGrammars::sessions));
        factories.putAll(ConditionValueGrammars.MAKERS);
        factories.putAll(UnitNameValueGrammars.MAKERS);
        factories.putAll(ExecValueGrammars.MAKERS);
        factories.putAll(CredentialValueGrammars.MAKERS);
        factories.putAll(EnvironmentValueGrammars.MAKERS);
        factories.putAll(StandardStreamValueGrammars.MAKERS);
        factories.putAll(MountValueGrammars.MAKERS);
        factories.putAll(ImageValueGrammars.MAKERS);
        factories.putAll(DirectoryValueGrammars.MAKERS);
        factories.putAll(ResourceValueGrammars.MAKERS);
        factories.putAll(CgroupValueGrammars.MAKERS);
        factories.putAll(DeviceValueGrammars.MAKERS);
        factories.putAll(CgroupNetworkValueGrammars.MAKERS);
        factories.putAll(SandboxValueGrammars.MAKERS);
        factories.putAll(SystemCallValueGrammars.MAKERS);
        factories.putAll(ProcessValueGrammars.MAKERS);
        factories.putAll(LoggingValueGrammars.MAKERS);
        factories.putAll(SocketValueGrammars.MAKERS);
        return Map.copyOf(factories);
    }

    /** {@code printf(x)}: the grammar of the expanded value. */
    private static Grammar printf(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) ->
                UnitSpecifiers.in(value, context, UnitSpecifiers.LINE, text -> inner.judge(text, context));
    }

    /** {@code printf_path(x)}: the same, of at most the length of a path. */
    private static Grammar printfPath(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) ->
                UnitSpecifiers.in(value, context, UnitSpecifiers.PATH, text -> inner.judge(text, context));
    }

    /**
     * {@code fatal_if_flagged(x)}: systemd does not load a unit with an invalid value, where the directive's flags say
     * so.
     */
    private static Grammar fatalIfFlagged(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> context.directive().flags().isEmpty()
                ? inner.judge(value, context)
                : Complaints.asRefusal(inner.judge(value, context));
    }

    private static List<Complaint> documentation(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.LINE,
                text -> Complaints.each(
                        Splitter.of(text, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE),
                        word -> Complaints.asPart(Complaints.unless(
                                word.matches("(https?://|file:/|info:|man:)[\\x01-\\x7f]+"),
                                Reason.invalid("URI", word, "http, https, file, info or man")))));
    }

    private static List<Complaint> killMode(String value, ValueContext context) {
        if (value.equals("none")) {
            return Complaints.used("none leaves processes running unsupervised");
        }
        return Complaints.unless(
                value.isEmpty() || context.catalogue().words("kill_mode").accepts(value, context.target()),
                Reason.unknown("kill mode", value));
    }

    private static List<Complaint> sessions(String value, ValueContext context) {
        Set<String> seen = new HashSet<>();
        return Complaints.each(
                Splitter.of(value),
                word -> Complaints.asPart(Complaints.unless(
                        Identifiers.isDescriptor(word)
                                && PlainStrings.isSafe(word, PlainStrings.Flag.NO_BLANKS)
                                && seen.add(word),
                        Reason.about(word, "'" + word + "' is a duplicate or not a valid session name"))));
    }
}
