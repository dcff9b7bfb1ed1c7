package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Grammars of the network access of a cgroup and its BPF programs (systemd.resource-control(5)). */
final class CgroupNetworkValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private CgroupNetworkValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "nets",
                GrammarFactory.of((value, context) ->
                        Complaints.each(Splitter.of(value), word -> Complaints.asPart(net(word, context)))));
        factories.put(
                "socket_bind",
                GrammarFactory.of((value, context) -> Complaints.unless(
                        value.isEmpty() || isSocketBind(value),
                        Reason.invalid("socket bind rule", value, "[FAMILY:][PROTOCOL:]PORTS"))));
        factories.put(
                "interfaces",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value.startsWith("~") ? value.substring(1) : value, Splitter.Flag.UNQUOTE),
                        word -> Complaints.asPart(Complaints.unless(
                                LinkNames.isValid(word, LinkNames.Flag.ALTERNATIVE),
                                Reason.invalid("interface name", word))))));
        factories.put("nft_sets", GrammarFactory.of(CgroupNetworkValueGrammars::nftSets));
        factories.put("bpf_program", GrammarFactory.of(CgroupNetworkValueGrammars::bpfProgram));
        return factories;
    }

    private static List<Complaint> net(String word, ValueContext context) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean local = lower.matches("(.*\\.)?localhost(\\.localdomain)?\\.?");
        return Set.of("any", "link-local", "multicast").contains(word) || local
                ? List.of()
                : switch (context.directive().flags()) {
                    case "AF_INET" ->
                        Complaints.unless(Addresses.net(word)
                                .then(n -> Addresses.bits(n.address()) == 32
                                        ? Parsed.good(n)
                                        : Parsed.bad(Reason.invalid("IPv4 network", word))));
                    case "AF_INET6" ->
                        Complaints.unless(Addresses.net(word)
                                .then(n -> Addresses.bits(n.address()) == 128
                                        ? Parsed.good(n)
                                        : Parsed.bad(Reason.invalid("IPv6 network", word))));
                    default -> Complaints.unless(Addresses.net(word));
                };
    }

    /** {@code [ipv4|ipv6][:tcp|udp][:ports]}, each part once and in this order, one at least. */
    private static boolean isSocketBind(String value) {
        List<String> parts = List.of(value.split(":", -1));
        int step = 0;
        for (String part : parts) {
            int kind = Set.of("ipv4", "ipv6").contains(part)
                    ? 1
                    : Set.of("tcp", "udp").contains(part)
                            ? 2
                            : part.equals("any") || Numbers.ports(part, true) instanceof Parsed.Good ? 3 : 0;
            if (kind <= step) {
                return false;
            }
            step = kind;
        }
        return true;
    }

    private static List<Complaint> nftSets(String value, ValueContext context) {
        Set<String> sources = context.directive().flags().equals("NFT_SET_PARSE_CGROUP")
                ? Set.of("cgroup", "user", "group")
                : Set.of("address", "prefix", "ifindex");
        return Complaints.untilFault(Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE), tuple -> {
            Splitter words = Splitter.by(":", tuple, Splitter.Flag.CUNESCAPE);
            return switch (Complaints.fields(words, 4)) {
                case Parsed.Bad<List<String>>(Reason reason) -> Complaints.ignored(reason);
                case Parsed.Good<List<String>>(List<String> f) ->
                    Complaints.unless(
                            f.size() == 4
                                    && words.tail().orElse("").isEmpty()
                                    && sources.contains(f.get(0))
                                    && context.catalogue().words("nfproto").accepts(f.get(1), context.target())
                                    && Identifiers.isNftName(f.get(2))
                                    && Identifiers.isNftName(f.get(3)),
                            Reason.invalid("nft set", tuple, "SOURCE:FAMILY:TABLE:SET"));
            };
        });
    }

    private static List<Complaint> bpfProgram(String value, ValueContext context) {
        Splitter words = Splitter.by(":", value);
        return value.isEmpty()
                ? List.of()
                : switch (words.next().orElse(Parsed.bad("empty value"))) {
                    case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
                    case Parsed.Good<String>(String type) -> {
                        boolean known = context.catalogue()
                                .words("bpf_cgroup_attach_type")
                                .accepts(type, context.target());
                        yield !known || words.tail().orElse("").isEmpty()
                                ? Complaints.ignored(Reason.invalid("BPF program", value, "TYPE:PATH"))
                                : UnitSpecifiers.in(
                                        words.tail().orElse(""),
                                        context,
                                        UnitSpecifiers.PATH,
                                        path -> Complaints.unless(Paths.check(path, Set.of(Paths.Check.ABSOLUTE))));
                    }
                };
    }
}
