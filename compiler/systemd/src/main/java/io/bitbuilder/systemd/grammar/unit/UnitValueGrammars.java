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
    public static final Map<String, GrammarFactory> MAKERS = makers();

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

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>();
        makers.put("printf", UnitValueGrammars::printf);
        makers.put("printf_path", UnitValueGrammars::printfPath);
        makers.put("fatal_if_flagged", UnitValueGrammars::fatalIfFlagged);
        makers.put(
                "reboot_parameter",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.LINE,
                        text -> Complaints.fine(
                                Utf8Text.isAscii(text) && text.length() <= PlainStrings.MAX_FILENAME,
                                "only ASCII of at most 255 characters is allowed"))));
        makers.put("documentation", GrammarFactory.of(UnitValueGrammars::documentation));
        makers.put("kill_mode", GrammarFactory.of(UnitValueGrammars::killMode));
        makers.put(
                "exit_statuses",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value),
                        word -> Complaints.asPart(Complaints.fine(
                                EXIT_NAMES.contains(word)
                                        || Numbers.uint(word, 0, 255) instanceof Parsed.Good
                                        || Signals.parse(word) instanceof Parsed.Good,
                                Reason.invalid("exit status or signal", word))))));
        makers.put(
                "bus_name",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.NAME,
                        name -> Complaints.fine(Identifiers.isBusName(name), Reason.invalid("D-Bus name", name)))));
        makers.put(
                "mount_node",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.LINE,
                        text -> Complaints.fine(
                                Utf8Text.length(text) <= UnitSpecifiers.PATH,
                                "longer than " + UnitSpecifiers.PATH + " bytes"))));
        makers.put("sessions", GrammarFactory.of(UnitValueGrammars::sessions));
        makers.putAll(ConditionValueGrammars.MAKERS);
        makers.putAll(UnitNameValueGrammars.MAKERS);
        makers.putAll(ExecValueGrammars.MAKERS);
        makers.putAll(CredentialValueGrammars.MAKERS);
        makers.putAll(EnvironmentValueGrammars.MAKERS);
        makers.putAll(StandardStreamValueGrammars.MAKERS);
        makers.putAll(MountValueGrammars.MAKERS);
        makers.putAll(ImageValueGrammars.MAKERS);
        makers.putAll(DirectoryValueGrammars.MAKERS);
        makers.putAll(ResourceValueGrammars.MAKERS);
        makers.putAll(CgroupValueGrammars.MAKERS);
        makers.putAll(DeviceValueGrammars.MAKERS);
        makers.putAll(CgroupNetworkValueGrammars.MAKERS);
        makers.putAll(SandboxValueGrammars.MAKERS);
        makers.putAll(SystemCallValueGrammars.MAKERS);
        makers.putAll(ProcessValueGrammars.MAKERS);
        makers.putAll(LoggingValueGrammars.MAKERS);
        makers.putAll(SocketValueGrammars.MAKERS);
        return Map.copyOf(makers);
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
                        word -> Complaints.asPart(Complaints.fine(
                                word.matches("(https?://|file:/|info:|man:)[\\x01-\\x7f]+"),
                                Reason.invalid("URI", word, "http, https, file, info or man")))));
    }

    private static List<Complaint> killMode(String value, ValueContext context) {
        if (value.equals("none")) {
            return Complaints.used("none leaves processes running unsupervised");
        }
        return Complaints.fine(
                value.isEmpty() || context.catalogue().words("kill_mode").accepts(value, context.target()),
                Reason.unknown("kill mode", value));
    }

    private static List<Complaint> sessions(String value, ValueContext context) {
        Set<String> seen = new HashSet<>();
        return Complaints.each(
                Splitter.of(value),
                word -> Complaints.asPart(Complaints.fine(
                        Identifiers.isDescriptor(word)
                                && PlainStrings.isSafe(word, PlainStrings.Flag.NO_BLANKS)
                                && seen.add(word),
                        Reason.about(word, "'" + word + "' is a duplicate or not a valid session name"))));
    }
}
