package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Identifiers;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Signals;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.literal.Utf8;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of units (systemd.unit(5) and the pages of each type). */
final class UnitGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final Set<String> EXIT_NAMES = Set.of(("SUCCESS FAILURE CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO "
            + "TIMERSLACK SECUREBITS SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES "
            + "SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR ADDRESS_FAMILIES RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY "
            + "CACHE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM MEMORY_THP EXCEPTION INVALIDARGUMENT NOTIMPLEMENTED "
            + "NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR "
            + "TEMPFAIL PROTOCOL NOPERM CONFIG").split(" "));

    private UnitGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("printf", UnitGrammars::printf);
        makers.put("printf_path", UnitGrammars::printfPath);
        makers.put("fatal_if_flagged", UnitGrammars::fatalIfFlagged);
        makers.put("reboot_parameter", Maker.of((value, context) -> Specifiers.in(value, context, Specifiers.LINE, text ->
                Parts.fine(Utf8.isAscii(text) && text.length() <= Texts.MAX_FILENAME, "only ASCII of at most 255 characters is allowed"))));
        makers.put("documentation", Maker.of(UnitGrammars::documentation));
        makers.put("kill_mode", Maker.of(UnitGrammars::killMode));
        makers.put("exit_statuses", Maker.of((value, context) -> Parts.each(Splitter.of(value), word -> Parts.asPart(Parts.fine(EXIT_NAMES.contains(word)
                || Numbers.uint(word, 0, 255) instanceof Parsed.Good || Signals.parse(word) instanceof Parsed.Good, Reason.invalid("exit status or signal", word))))));
        makers.put("bus_name", Maker.of((value, context) -> Specifiers.in(value, context, Specifiers.NAME, name ->
                Parts.fine(Identifiers.isBusName(name), Reason.invalid("D-Bus name", name)))));
        makers.put("mount_node", Maker.of((value, context) -> Specifiers.in(value, context, Specifiers.LINE, text ->
                Parts.fine(Utf8.length(text) <= Specifiers.PATH, "longer than " + Specifiers.PATH + " bytes"))));
        makers.put("sessions", Maker.of(UnitGrammars::sessions));
        makers.putAll(ConditionGrammars.MAKERS);
        makers.putAll(UnitNameGrammars.MAKERS);
        makers.putAll(ExecGrammars.MAKERS);
        makers.putAll(MountGrammars.MAKERS);
        makers.putAll(ResourceGrammars.MAKERS);
        makers.putAll(SandboxGrammars.MAKERS);
        makers.putAll(SocketGrammars.MAKERS);
        return Map.copyOf(makers);
    }

    /** {@code printf(x)}: the grammar of the expanded value. */
    private static Grammar printf(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> Specifiers.in(value, context, Specifiers.LINE, text -> inner.judge(text, context));
    }

    /** {@code printf_path(x)}: the same, of at most the length of a path. */
    private static Grammar printfPath(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> Specifiers.in(value, context, Specifiers.PATH, text -> inner.judge(text, context));
    }

    /** {@code fatal_if_flagged(x)}: systemd does not load a unit with an invalid value, where the directive's flags say so. */
    private static Grammar fatalIfFlagged(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> context.directive().flags().isEmpty() ? inner.judge(value, context) : Parts.asRefusal(inner.judge(value, context));
    }

    private static List<Complaint> documentation(String value, Context context) {
        return Specifiers.in(value, context, Specifiers.LINE, text -> Parts.each(Splitter.of(text, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE), word ->
                Parts.asPart(Parts.fine(word.matches("(https?://|file:/|info:|man:)[\\x01-\\x7f]+"), Reason.invalid("URI", word, "http, https, file, info or man")))));
    }

    private static List<Complaint> killMode(String value, Context context) {
        if (value.equals("none")) {
            return Parts.used("none leaves processes running unsupervised");
        }
        return Parts.fine(value.isEmpty() || context.catalogue().words("kill_mode").accepts(value, context.target()), Reason.unknown("kill mode", value));
    }

    private static List<Complaint> sessions(String value, Context context) {
        Set<String> seen = new HashSet<>();
        return Parts.each(Splitter.of(value), word -> Parts.asPart(Parts.fine(Identifiers.isDescriptor(word) && Texts.isSafe(word, Texts.Flag.NO_BLANKS) && seen.add(word),
                Reason.about(word, "'" + word + "' is a duplicate or not a valid session name"))));
    }
}
