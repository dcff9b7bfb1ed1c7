package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of sandboxing: capabilities, system calls, namespaces (systemd.exec(5), "Sandboxing"). */
final class SandboxValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<String> NAMESPACES = Set.of("cgroup", "ipc", "net", "mnt", "pid", "user", "uts", "time");

    private static final Set<String> FILE_SYSTEM_GROUPS =
            Set.of(("@basic-api @anonymous @application @auxiliary-api @common-block @historical-block "
                            + "@network @privileged-api @security @temporary @known")
                    .split(" "));

    private static final Set<String> ADDRESS_FAMILIES =
            Set.of(("ALG APPLETALK ASH ATMPVC ATMSVC AX25 BLUETOOTH BRIDGE CAIF CAN DECNET ECONET FILE IB "
                            + "IEEE802154 INET INET6 IPX IRDA ISDN IUCV KCM KEY LLC LOCAL MCTP MPLS NETBEUI NETLINK "
                            + "NETROM NFC PACKET PHONET PPPOX QIPCRTR RDS ROSE ROUTE RXRPC SECURITY SMC SNA TIPC UNIX "
                            + "VSOCK WANPIPE X25 XDP")
                    .split(" "));

    private SandboxValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "address_families",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("none")
                        ? List.of()
                        : Complaints.untilFault(
                                Splitter.of(positive(value), Splitter.Flag.UNQUOTE),
                                word -> Complaints.unless(isFamily(word), Reason.unknown("address family", word)))));
        factories.put("namespaces", GrammarFactory.of(SandboxValueGrammars::namespaces));
        factories.put(
                "file_systems",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(positive(value), Splitter.Flag.UNQUOTE),
                        word -> Complaints.asPart(Complaints.unless(
                                !word.startsWith("@") || FILE_SYSTEM_GROUPS.contains(word),
                                Reason.unknown("file system group", word))))));
        factories.put("protect_hostname", GrammarFactory.of(SandboxValueGrammars::protectHostname));
        factories.put("bpf_words", SandboxValueGrammars::bpfWords);
        factories.put(
                "refresh",
                GrammarFactory.of((value, context) -> value.isEmpty() || Booleans.is(value)
                        ? List.of()
                        : Complaints.untilFault(
                                Splitter.of(positive(value)),
                                word -> Complaints.unless(
                                        Set.of("extensions", "credentials").contains(word),
                                        Reason.invalid("value", word, "extensions or credentials")))));
        return factories;
    }

    static String positive(String value) {
        return value.startsWith("~") ? value.substring(1) : value;
    }

    private static boolean isFamily(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return name.startsWith("AF_") && ADDRESS_FAMILIES.contains(name.substring(3));
    }

    private static List<Complaint> namespaces(String value, ValueContext context) {
        if (value.isEmpty() || Booleans.is(value)) {
            return List.of();
        }
        boolean user = context.directive().key().equals("DelegateNamespaces") && !value.startsWith("~");
        return Complaints.untilFault(
                Splitter.of(positive(value)),
                word -> !NAMESPACES.contains(word)
                        ? Complaints.ignored(Reason.unknown("namespace type", word))
                        : Complaints.unless(
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
            return Complaints.unless(known, Reason.invalid("value", mode, "a boolean or private"));
        }
        boolean off = mode.equals("no") || Booleans.parse(mode) instanceof Parsed.Good<Boolean>(Boolean on) && !on;
        return UnitSpecifiers.in(
                value.substring(colon + 1),
                context,
                64,
                name -> Complaints.unless(
                        known && !off && HostNames.isHostname(name), Reason.invalid("value", value, "MODE:HOSTNAME")));
    }

    private static Grammar bpfWords(List<String> arguments, Function<String, Grammar> parse) {
        return (value, context) -> value.equals("any")
                ? List.of()
                : Complaints.each(
                        Splitter.by(",", value),
                        word -> Complaints.asPart(Complaints.unless(
                                context.catalogue().words(arguments.getFirst()).accepts(word, context.target()),
                                Reason.unknown("BPF name", word))));
    }
}
