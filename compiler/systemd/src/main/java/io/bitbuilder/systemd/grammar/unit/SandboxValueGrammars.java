package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.catalogue.Syscalls;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Judgements;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Grammars of sandboxing: capabilities, system calls, namespaces (systemd.exec(5), "Sandboxing"). */
final class SandboxValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = makers();

    private static final Set<String> NAMESPACES = Set.of("cgroup", "ipc", "net", "mnt", "pid", "user", "uts", "time");
    private static final Set<String> ARCHITECTURES = Set.of(
            "native",
            "x86",
            "x86-64",
            "x32",
            "arm",
            "arm64",
            "loongarch64",
            "mips",
            "mips64",
            "mips64-n32",
            "mips-le",
            "mips64-le",
            "mips64-le-n32",
            "parisc",
            "parisc64",
            "ppc",
            "ppc64",
            "ppc64-le",
            "riscv64",
            "s390",
            "s390x");
    private static final Set<String> FILE_SYSTEM_GROUPS = Set.of(
            "@basic-api",
            "@anonymous",
            "@application",
            "@auxiliary-api",
            "@common-block",
            "@historical-block",
            "@network",
            "@privileged-api",
            "@security",
            "@temporary",
            "@known");
    private static final Set<String> ADDRESS_FAMILIES = Set.of(
            "ALG",
            "APPLETALK",
            "ASH",
            "ATMPVC",
            "ATMSVC",
            "AX25",
            "BLUETOOTH",
            "BRIDGE",
            "CAIF",
            "CAN",
            "DECNET",
            "ECONET",
            "FILE",
            "IB",
            "IEEE802154",
            "INET",
            "INET6",
            "IPX",
            "IRDA",
            "ISDN",
            "IUCV",
            "KCM",
            "KEY",
            "LLC",
            "LOCAL",
            "MCTP",
            "MPLS",
            "NETBEUI",
            "NETLINK",
            "NETROM",
            "NFC",
            "PACKET",
            "PHONET",
            "PPPOX",
            "QIPCRTR",
            "RDS",
            "ROSE",
            "ROUTE",
            "RXRPC",
            "SECURITY",
            "SMC",
            "SNA",
            "TIPC",
            "UNIX",
            "VSOCK",
            "WANPIPE",
            "X25",
            "XDP");
    private static final int CAPABILITIES = 62;

    /** Policies of sched(7) that systemd reads as numbers and no kernel has. */
    private static final int LAST_POLICY = 7;

    private static final int NO_POLICY = 4;

    /** Perl syntax that Java lacks: such a pattern is not checked. */
    private static final Pattern PERL_ONLY = Pattern.compile("\\\\[KhHRNXgG]|\\(\\?[#|&R0-9(P+-]|\\{,|\\[[^\\]]*\\[");

    /** A literal brace in Perl's expressions, since no count follows it. */
    private static final String LITERAL_BRACE = "(?<![\\\\pPx])\\{(?![0-9]*,?[0-9]*\\})";

    private SandboxValueGrammars() {}

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>();
        makers.put("capabilities", GrammarFactory.of(SandboxValueGrammars::capabilities));
        makers.put(
                "secure_bits",
                GrammarFactory.of((value, context) -> unknown(
                        value,
                        Set.copyOf(context.catalogue().words("secure_bit").at(context.target())))));
        makers.put("sched_policy", GrammarFactory.of(SandboxValueGrammars::policy));
        makers.put("syscalls", GrammarFactory.of((value, context) -> syscalls(value, true)));
        makers.put("syscall_log", GrammarFactory.of((value, context) -> syscalls(value, false)));
        makers.put(
                "syscall_archs",
                GrammarFactory.of((value, context) -> Judgements.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Judgements.asPart(
                                Judgements.fine(ARCHITECTURES.contains(word), Reason.unknown("architecture", word))))));
        makers.put(
                "syscall_errno",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("kill")
                        ? List.of()
                        : Judgements.fine(ErrorNumbers.parse(value)
                                .then(n -> n != 0 ? Parsed.good(n) : Parsed.bad("invalid error number 0")))));
        makers.put(
                "address_families",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("none")
                        ? List.of()
                        : Judgements.untilFault(
                                Splitter.of(positive(value), Splitter.Flag.UNQUOTE),
                                word -> Judgements.fine(isFamily(word), Reason.unknown("address family", word)))));
        makers.put("namespaces", GrammarFactory.of(SandboxValueGrammars::namespaces));
        makers.put(
                "file_systems",
                GrammarFactory.of((value, context) -> Judgements.each(
                        Splitter.of(positive(value), Splitter.Flag.UNQUOTE),
                        word -> Judgements.asPart(Judgements.fine(
                                !word.startsWith("@") || FILE_SYSTEM_GROUPS.contains(word),
                                Reason.unknown("file system group", word))))));
        makers.put("protect_hostname", GrammarFactory.of(SandboxValueGrammars::protectHostname));
        makers.put("log_patterns", GrammarFactory.of(SandboxValueGrammars::pattern));
        makers.put("coredump_filter", GrammarFactory.of(SandboxValueGrammars::coredumpFilter));
        makers.put("bpf_words", SandboxValueGrammars::bpfWords);
        makers.put(
                "refresh",
                GrammarFactory.of((value, context) -> value.isEmpty() || Booleans.is(value)
                        ? List.of()
                        : Judgements.untilFault(
                                Splitter.of(positive(value)),
                                word -> Judgements.fine(
                                        Set.of("extensions", "credentials").contains(word),
                                        Reason.invalid("value", word, "extensions or credentials")))));
        return makers;
    }

    private static String positive(String value) {
        return value.startsWith("~") ? value.substring(1) : value;
    }

    private static boolean isFamily(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return name.startsWith("AF_") && ADDRESS_FAMILIES.contains(name.substring(3));
    }

    private static List<Complaint> capabilities(String value, ValueContext context) {
        return silentWords(
                Splitter.all(positive(value), Splitter.Flag.UNQUOTE, Splitter.Flag.RELAX),
                word -> Capabilities.all().contains(word.toUpperCase(Locale.ROOT))
                        || Numbers.uint(word, 0, CAPABILITIES) instanceof Parsed.Good,
                "capability");
    }

    private static List<Complaint> unknown(String value, Set<String> words) {
        return silentWords(Splitter.all(value, Splitter.Flag.UNQUOTE), words::contains, "secure bit");
    }

    /** Judges words that systemd ignores silently. */
    private static List<Complaint> silentWords(Parsed<List<String>> words, Predicate<String> known, String noun) {
        List<Complaint> complaints = new ArrayList<>();
        words.toOptional().orElse(List.of()).stream()
                .filter(known.negate())
                .forEach(word -> complaints.addAll(Judgements.silent(Reason.unknown(noun, word))));
        return complaints;
    }

    private static List<Complaint> syscalls(String value, boolean errors) {
        boolean denied = value.startsWith("~");
        return Judgements.each(Splitter.of(positive(value)), word -> {
            int colon = errors ? word.indexOf(':') : -1;
            String name = colon < 0 ? word : word.substring(0, colon);
            if (name.isEmpty()
                    || colon >= 0
                            && !word.endsWith(":kill")
                            && ErrorNumbers.parse(word.substring(colon + 1)) instanceof Parsed.Bad) {
                return Judgements.asPart(
                        Judgements.ignored(Reason.invalid("system call filter", word, "NAME or NAME:ERRNO")));
            }
            if (colon >= 0 && !denied) {
                return Judgements.asPart(Judgements.ignored(
                        Reason.about(word, "'" + word + "': an allow list cannot have error numbers")));
            }
            return Judgements.asPart(Judgements.fine(Syscalls.parse(name)));
        });
    }

    private static List<Complaint> namespaces(String value, ValueContext context) {
        if (value.isEmpty() || Booleans.is(value)) {
            return List.of();
        }
        boolean user = context.directive().key().equals("DelegateNamespaces") && !value.startsWith("~");
        return Judgements.untilFault(
                Splitter.of(positive(value)),
                word -> !NAMESPACES.contains(word)
                        ? Judgements.ignored(Reason.unknown("namespace type", word))
                        : Judgements.fine(
                                !user || !word.equals("user"),
                                Reason.about(word, "the user namespace cannot be delegated")));
    }

    private static List<Complaint> protectHostname(String value, ValueContext context) {
        int colon = value.indexOf(':');
        String mode = colon < 0 ? value : value.substring(0, colon);
        if (value.isEmpty()) {
            return List.of();
        }
        boolean known = context.catalogue().words("protect_hostname").accepts(mode, context.target());
        if (colon < 0) {
            return Judgements.fine(known, Reason.invalid("value", mode, "a boolean or private"));
        }
        boolean off = mode.equals("no") || Booleans.parse(mode) instanceof Parsed.Good<Boolean>(Boolean on) && !on;
        return UnitSpecifiers.in(
                value.substring(colon + 1),
                context,
                64,
                name -> Judgements.fine(
                        known && !off && HostNames.isHostname(name), Reason.invalid("value", value, "MODE:HOSTNAME")));
    }

    private static List<Complaint> policy(String value, ValueContext context) {
        if (context.catalogue().words("sched_policy").words().containsKey(value)) {
            return Judgements.fine(
                    context.catalogue().words("sched_policy").accepts(value, context.target()),
                    Reason.about(value, "'" + value + "' is a scheduling policy of later systemd versions"));
        }
        return switch (Numbers.uint(value, 0, Integer.MAX_VALUE)) {
            case Parsed.Bad<Long>(Reason reason) -> Judgements.ignored(Reason.unknown("scheduling policy", value));
            case Parsed.Good<Long>(Long n) ->
                n > LAST_POLICY || n == NO_POLICY ? Judgements.used("unsupported scheduling policy " + n) : List.of();
        };
    }

    private static List<Complaint> pattern(String value, ValueContext context) {
        if (value.equals("~")) {
            return Judgements.ignored("missing pattern");
        }
        try {
            Pattern.compile(positive(value).replace("(?P<", "(?<").replaceAll(LITERAL_BRACE, "\\\\{"));
            return List.of();
        } catch (PatternSyntaxException e) {
            return PERL_ONLY.matcher(value).find()
                    ? List.of()
                    : Judgements.ignored(Reason.invalid("regular expression", positive(value)));
        }
    }

    private static List<Complaint> coredumpFilter(String value, ValueContext context) {
        return Judgements.untilFault(
                Splitter.of(value),
                word -> Set.of("default", "all").contains(word)
                                || context.catalogue().words("coredump_filter").accepts(word, context.target())
                        ? List.of()
                        : Judgements.fine(Numbers.unsigned(word, 16, Set.of())));
    }

    private static Grammar bpfWords(List<String> arguments, Function<String, Grammar> parse) {
        return (value, context) -> value.equals("any")
                ? List.of()
                : Judgements.each(
                        Splitter.by(",", value),
                        word -> Judgements.asPart(Judgements.fine(
                                context.catalogue().words(arguments.getFirst()).accepts(word, context.target()),
                                Reason.unknown("BPF name", word))));
    }
}
