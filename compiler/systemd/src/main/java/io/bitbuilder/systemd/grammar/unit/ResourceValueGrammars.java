package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Judgements;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Percentages;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Grammars of resource control (systemd.resource-control(5)). */
final class ResourceValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = makers();

    private static final Set<String> MAY_BE_ZERO = Set.of(
            "MemorySwapMax",
            "StartupMemorySwapMax",
            "MemoryZSwapMax",
            "StartupMemoryZSwapMax",
            "MemoryLow",
            "StartupMemoryLow",
            "MemoryMin");
    private static final Set<String> DELEGATING = Set.of("service", "scope");
    private static final Set<String> OOM_MANAGED = Set.of("service", "scope", "slice");
    private static final String CONTROLLER = "cgroup_controller";

    private ResourceValueGrammars() {}

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>();
        makers.put("memory_limit", GrammarFactory.of(ResourceValueGrammars::memory));
        makers.put(
                "tasks_max",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("infinity") || share(value)
                        ? List.of()
                        : Judgements.fine(Numbers.uint64(value)
                                .then(n -> n.signum() > 0 && n.compareTo(Numbers.UINT64_MAX) < 0
                                        ? Parsed.good(n)
                                        : Parsed.bad(Reason.outOfRange(value))))));
        makers.put(
                "cpu_quota",
                GrammarFactory.parsed(text -> Percentages.permyriad(text)
                        .then(n -> n > 0 ? Parsed.good(n) : Parsed.bad("the value must be above 0"))));
        makers.put(
                "quota",
                GrammarFactory.of((value, context) -> Set.of("", "off").contains(value) || share(value)
                        ? List.of()
                        : Judgements.fine(Sizes.parse(value, Sizes.IEC))));
        makers.put("delegate", GrammarFactory.of(ResourceValueGrammars::delegate));
        makers.put(
                "delegate_subgroup",
                GrammarFactory.of((value, context) -> !DELEGATING.contains(UnitNameValueGrammars.type(context))
                        ? unsupported(context)
                        : Judgements.fine(
                                value.isEmpty() || isGroup(value, context), Reason.invalid("cgroup name", value))));
        makers.put("disable_controllers", GrammarFactory.of(ResourceValueGrammars::disable));
        makers.put("oom", ResourceValueGrammars::oom);
        makers.put(
                "oom_duration",
                GrammarFactory.parsed(text -> TimeSpans.seconds(text)
                        .then(n -> n.compareTo(BigInteger.valueOf(TimeSpans.SECOND)) >= 0
                                        && n.compareTo(TimeSpans.INFINITY) < 0
                                ? Parsed.good(n)
                                : Parsed.bad("the time span must be at least one second and finite"))));
        makers.put(
                "rule_names",
                GrammarFactory.of((value, context) -> Judgements.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE),
                        word -> Judgements.asPart(Judgements.fine(
                                PlainStrings.isSafe(word, PlainStrings.Flag.FILENAME),
                                Reason.invalid("rule name", word))))));
        makers.put("device_allow", GrammarFactory.of(ResourceValueGrammars::deviceAllow));
        makers.put(
                "device_weight",
                GrammarFactory.of((value, context) ->
                        device(value, context, rest -> Judgements.fine(Numbers.uint(rest, 1, 10_000)))));
        makers.put(
                "device_latency",
                GrammarFactory.of(
                        (value, context) -> device(value, context, rest -> Judgements.fine(TimeSpans.seconds(rest)))));
        makers.put(
                "device_limit",
                GrammarFactory.of((value, context) -> device(
                        value,
                        context,
                        rest -> rest.equals("infinity")
                                ? List.of()
                                : Judgements.fine(Sizes.parse(rest, Sizes.SI)
                                        .then(n -> n.signum() > 0
                                                ? Parsed.good(n)
                                                : Parsed.bad("the value must be above 0"))))));
        makers.put(
                "nets",
                GrammarFactory.of((value, context) ->
                        Judgements.each(Splitter.of(value), word -> Judgements.asPart(net(word, context)))));
        makers.put(
                "socket_bind",
                GrammarFactory.of((value, context) -> Judgements.fine(
                        value.isEmpty() || isSocketBind(value),
                        Reason.invalid("socket bind rule", value, "[FAMILY:][PROTOCOL:]PORTS"))));
        makers.put(
                "interfaces",
                GrammarFactory.of((value, context) -> Judgements.each(
                        Splitter.of(value.startsWith("~") ? value.substring(1) : value, Splitter.Flag.UNQUOTE),
                        word -> Judgements.asPart(Judgements.fine(
                                LinkNames.isValid(word, LinkNames.Flag.ALTERNATIVE),
                                Reason.invalid("interface name", word))))));
        makers.put("nft_sets", GrammarFactory.of(ResourceValueGrammars::nftSets));
        makers.put("bpf_program", GrammarFactory.of(ResourceValueGrammars::bpfProgram));
        return makers;
    }

    private static boolean share(String value) {
        return Percentages.atMost(Percentages.permyriad(value), 10_000) instanceof Parsed.Good;
    }

    private static List<Complaint> memory(String value, ValueContext context) {
        if (value.isEmpty() || value.equals("infinity")) {
            return List.of();
        }
        boolean zero = MAY_BE_ZERO.contains(context.directive().key());
        if (Percentages.atMost(Percentages.permyriad(value), 10_000) instanceof Parsed.Good<Long>(Long n)) {
            return Judgements.fine(n > 0 || zero, Reason.outOfRange(value));
        }
        return Judgements.fine(Sizes.parse(value, Sizes.IEC)
                .then(n -> (n.signum() > 0 || zero) && n.compareTo(Numbers.UINT64_MAX) < 0
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.outOfRange(value))));
    }

    private static List<Complaint> unsupported(ValueContext context) {
        return Judgements.ignored("not supported in ." + UnitNameValueGrammars.type(context) + " units");
    }

    private static List<Complaint> delegate(String value, ValueContext context) {
        if (!DELEGATING.contains(UnitNameValueGrammars.type(context))) {
            return unsupported(context);
        }
        return value.isEmpty() || Booleans.is(value)
                ? List.of()
                : Judgements.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Judgements.asPart(Judgements.fine(
                                isController(word, context), Reason.unknown("cgroup controller", word))));
    }

    private static boolean isController(String word, ValueContext context) {
        return context.catalogue().words(CONTROLLER).accepts(word, context.target());
    }

    private static boolean isGroup(String name, ValueContext context) {
        return PlainStrings.isFilename(name)
                && !name.startsWith("_")
                && !name.startsWith(".")
                && !name.startsWith("cgroup.")
                && !Set.of("notify_on_release", "release_agent", "tasks").contains(name)
                && context.catalogue().words(CONTROLLER).at(context.target()).stream()
                        .noneMatch(c -> name.startsWith(c + "."));
    }

    private static List<Complaint> disable(String value, ValueContext context) {
        return switch (Splitter.all(value)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<List<String>>(List<String> words) -> {
                List<String> unknown = words.stream()
                        .filter(word -> !isController(word, context))
                        .toList();
                if (value.isEmpty() || unknown.isEmpty() && !words.isEmpty()) {
                    yield List.of();
                }
                yield unknown.size() < words.size()
                        ? Judgements.silent(Reason.unknown("cgroup controller", unknown.getFirst()))
                        : Judgements.ignored("missing cgroup controller");
            }
        };
    }

    /** {@code oom(x)}: a value for systemd-oomd, which watches some types of units only. */
    private static Grammar oom(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst()).orEmpty();
        return (value, context) -> OOM_MANAGED.contains(UnitNameValueGrammars.type(context))
                ? inner.judge(value, context)
                : unsupported(context);
    }

    private static List<Complaint> deviceAllow(String value, ValueContext context) {
        Splitter words = Splitter.of(value, Splitter.Flag.UNQUOTE);
        Optional<Parsed<String>> first = words.next();
        if (value.isEmpty() || first.isEmpty()) {
            return List.of();
        }
        return switch (first.get()) {
            case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<String>(String word) ->
                UnitSpecifiers.in(word, context, UnitSpecifiers.PATH, path -> {
                    boolean group = path.startsWith("block-") || path.startsWith("char-");
                    Parsed<String> node = Paths.check(path, Set.of())
                            .then(p -> isNode(p)
                                    ? Parsed.good(p)
                                    : Parsed.bad(Reason.invalid("device node", p, "a path below /dev")));
                    return !group && node instanceof Parsed.Bad
                            ? Judgements.fine(node)
                            : Judgements.fine(
                                    words.tail().orElse("").matches("[rwm]*"),
                                    Reason.invalid("device access", words.tail().orElse(""), "r, w, m"));
                });
        };
    }

    private static boolean isNode(String path) {
        return Paths.isBelow(path, "/dev") || Paths.isBelow(path, "/run/systemd/inaccessible");
    }

    /** Checks a device path, then the rest of the value. */
    private static List<Complaint> device(String value, ValueContext context, Judgements.Judge then) {
        if (value.isEmpty()) {
            return List.of();
        }
        Splitter words = Splitter.of(value, Splitter.Flag.UNQUOTE);
        return switch (words.next().orElse(Parsed.bad("missing device"))) {
            case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<String>(String word) -> {
                String rest = words.tail().orElse("");
                yield rest.isEmpty()
                        ? Judgements.ignored("missing value after the device")
                        : UnitSpecifiers.in(
                                word,
                                context,
                                UnitSpecifiers.PATH,
                                path -> Paths.check(path, Set.of()) instanceof Parsed.Bad<String>(Reason reason)
                                        ? Judgements.ignored(reason)
                                        : then.apply(rest));
            }
        };
    }

    private static List<Complaint> net(String word, ValueContext context) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean local = lower.matches("(.*\\.)?localhost(\\.localdomain)?\\.?");
        return Set.of("any", "link-local", "multicast").contains(word) || local
                ? List.of()
                : switch (context.directive().flags()) {
                    case "AF_INET" ->
                        Judgements.fine(Addresses.net(word)
                                .then(n -> Addresses.bits(n.address()) == 32
                                        ? Parsed.good(n)
                                        : Parsed.bad(Reason.invalid("IPv4 network", word))));
                    case "AF_INET6" ->
                        Judgements.fine(Addresses.net(word)
                                .then(n -> Addresses.bits(n.address()) == 128
                                        ? Parsed.good(n)
                                        : Parsed.bad(Reason.invalid("IPv6 network", word))));
                    default -> Judgements.fine(Addresses.net(word));
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
        return Judgements.untilFault(Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE), tuple -> {
            Splitter words = Splitter.by(":", tuple, Splitter.Flag.CUNESCAPE);
            return switch (Judgements.many(words, 4)) {
                case Parsed.Bad<List<String>>(Reason reason) -> Judgements.ignored(reason);
                case Parsed.Good<List<String>>(List<String> f) ->
                    Judgements.fine(
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
                    case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
                    case Parsed.Good<String>(String type) -> {
                        boolean known = context.catalogue()
                                .words("bpf_cgroup_attach_type")
                                .accepts(type, context.target());
                        yield !known || words.tail().orElse("").isEmpty()
                                ? Judgements.ignored(Reason.invalid("BPF program", value, "TYPE:PATH"))
                                : UnitSpecifiers.in(
                                        words.tail().orElse(""),
                                        context,
                                        UnitSpecifiers.PATH,
                                        path -> Judgements.fine(Paths.check(path, Set.of(Paths.Check.ABSOLUTE))));
                    }
                };
    }
}
