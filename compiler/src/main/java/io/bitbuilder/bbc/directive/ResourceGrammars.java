package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.literal.Identifiers;
import io.bitbuilder.bbc.literal.Interfaces;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Shares;
import io.bitbuilder.bbc.literal.Sizes;
import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Grammars of resource control (systemd.resource-control(5)). */
final class ResourceGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final Set<String> MAY_BE_ZERO = Set.of("MemorySwapMax", "StartupMemorySwapMax", "MemoryZSwapMax", "StartupMemoryZSwapMax",
            "MemoryLow", "StartupMemoryLow", "MemoryMin");
    private static final Set<String> DELEGATING = Set.of("service", "scope");
    private static final Set<String> OOM_MANAGED = Set.of("service", "scope", "slice");
    private static final String CONTROLLER = "cgroup_controller";

    private ResourceGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("memory_limit", Maker.of(ResourceGrammars::memory));
        makers.put("tasks_max", Maker.of((value, context) -> value.isEmpty() || value.equals("infinity") || share(value) ? List.of()
                : Parts.fine(Numbers.uint64(value).then(n -> n.signum() > 0 && n.compareTo(Numbers.UINT64_MAX) < 0 ? Parsed.good(n) : Parsed.bad(Reason.outOfRange(value))))));
        makers.put("cpu_quota", Maker.parsed(text -> Shares.permyriad(text).then(n -> n > 0 ? Parsed.good(n) : Parsed.bad("the value must be above 0"))));
        makers.put("quota", Maker.of((value, context) -> Set.of("", "off").contains(value) || share(value) ? List.of() : Parts.fine(Sizes.parse(value, Sizes.IEC))));
        makers.put("delegate", Maker.of(ResourceGrammars::delegate));
        makers.put("delegate_subgroup", Maker.of((value, context) -> !DELEGATING.contains(UnitNameGrammars.type(context)) ? unsupported(context)
                : Parts.fine(value.isEmpty() || isGroup(value, context), Reason.invalid("cgroup name", value))));
        makers.put("disable_controllers", Maker.of(ResourceGrammars::disable));
        makers.put("oom", ResourceGrammars::oom);
        makers.put("oom_duration", Maker.parsed(text -> Spans.seconds(text).then(n -> n.compareTo(BigInteger.valueOf(Spans.SECOND)) >= 0 && n.compareTo(Spans.INFINITY) < 0
                ? Parsed.good(n) : Parsed.bad("the time span must be at least one second and finite"))));
        makers.put("rule_names", Maker.of((value, context) -> Parts.each(Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE), word ->
                Parts.asPart(Parts.fine(Texts.isSafe(word, Texts.Flag.FILENAME), Reason.invalid("rule name", word))))));
        makers.put("device_allow", Maker.of(ResourceGrammars::deviceAllow));
        makers.put("device_weight", Maker.of((value, context) -> device(value, context, rest -> Parts.fine(Numbers.uint(rest, 1, 10_000)))));
        makers.put("device_latency", Maker.of((value, context) -> device(value, context, rest -> Parts.fine(Spans.seconds(rest)))));
        makers.put("device_limit", Maker.of((value, context) -> device(value, context, rest -> rest.equals("infinity") ? List.of()
                : Parts.fine(Sizes.parse(rest, Sizes.SI).then(n -> n.signum() > 0 ? Parsed.good(n) : Parsed.bad("the value must be above 0"))))));
        makers.put("nets", Maker.of((value, context) -> Parts.each(Splitter.of(value), word -> Parts.asPart(net(word, context)))));
        makers.put("socket_bind", Maker.of((value, context) -> Parts.fine(value.isEmpty() || isSocketBind(value), Reason.invalid("socket bind rule", value, "[FAMILY:][PROTOCOL:]PORTS"))));
        makers.put("interfaces", Maker.of((value, context) -> Parts.each(Splitter.of(value.startsWith("~") ? value.substring(1) : value, Splitter.Flag.UNQUOTE), word ->
                Parts.asPart(Parts.fine(Interfaces.isValid(word, Interfaces.Flag.ALTERNATIVE), Reason.invalid("interface name", word))))));
        makers.put("nft_sets", Maker.of(ResourceGrammars::nftSets));
        makers.put("bpf_program", Maker.of(ResourceGrammars::bpfProgram));
        return makers;
    }

    private static boolean share(String value) {
        return Shares.atMost(Shares.permyriad(value), 10_000) instanceof Parsed.Good;
    }

    private static List<Complaint> memory(String value, Context context) {
        if (value.isEmpty() || value.equals("infinity")) {
            return List.of();
        }
        boolean zero = MAY_BE_ZERO.contains(context.directive().key());
        if (Shares.atMost(Shares.permyriad(value), 10_000) instanceof Parsed.Good<Long>(Long n)) {
            return Parts.fine(n > 0 || zero, Reason.outOfRange(value));
        }
        return Parts.fine(Sizes.parse(value, Sizes.IEC).then(n -> (n.signum() > 0 || zero) && n.compareTo(Numbers.UINT64_MAX) < 0
                ? Parsed.good(n) : Parsed.bad(Reason.outOfRange(value))));
    }

    private static List<Complaint> unsupported(Context context) {
        return Parts.ignored("not supported in ." + UnitNameGrammars.type(context) + " units");
    }

    private static List<Complaint> delegate(String value, Context context) {
        if (!DELEGATING.contains(UnitNameGrammars.type(context))) {
            return unsupported(context);
        }
        return value.isEmpty() || Booleans.is(value) ? List.of() : Parts.each(Splitter.of(value, Splitter.Flag.UNQUOTE), word ->
                Parts.asPart(Parts.fine(isController(word, context), Reason.unknown("cgroup controller", word))));
    }

    private static boolean isController(String word, Context context) {
        return context.catalogue().words(CONTROLLER).accepts(word, context.target());
    }

    private static boolean isGroup(String name, Context context) {
        return Texts.isFilename(name) && !name.startsWith("_") && !name.startsWith(".") && !name.startsWith("cgroup.")
                && !Set.of("notify_on_release", "release_agent", "tasks").contains(name)
                && context.catalogue().words(CONTROLLER).at(context.target()).stream().noneMatch(c -> name.startsWith(c + "."));
    }

    private static List<Complaint> disable(String value, Context context) {
        return switch (Splitter.all(value)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<List<String>>(List<String> words) -> {
                List<String> unknown = words.stream().filter(word -> !isController(word, context)).toList();
                if (value.isEmpty() || unknown.isEmpty() && !words.isEmpty()) {
                    yield List.of();
                }
                yield unknown.size() < words.size() ? Parts.silent(Reason.unknown("cgroup controller", unknown.getFirst())) : Parts.ignored("missing cgroup controller");
            }
        };
    }

    /** {@code oom(x)}: a value for systemd-oomd, which watches some types of units only. */
    private static Grammar oom(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst()).orEmpty();
        return (value, context) -> OOM_MANAGED.contains(UnitNameGrammars.type(context)) ? inner.judge(value, context) : unsupported(context);
    }

    private static List<Complaint> deviceAllow(String value, Context context) {
        Splitter words = Splitter.of(value, Splitter.Flag.UNQUOTE);
        Optional<Parsed<String>> first = words.next();
        if (value.isEmpty() || first.isEmpty()) {
            return List.of();
        }
        return switch (first.get()) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String word) -> Specifiers.in(word, context, Specifiers.PATH, path -> {
                boolean group = path.startsWith("block-") || path.startsWith("char-");
                Parsed<String> node = Paths.check(path, Set.of()).then(p -> isNode(p) ? Parsed.good(p) : Parsed.bad(Reason.invalid("device node", p, "a path below /dev")));
                return !group && node instanceof Parsed.Bad ? Parts.fine(node)
                        : Parts.fine(words.tail().orElse("").matches("[rwm]*"), Reason.invalid("device access", words.tail().orElse(""), "r, w, m"));
            });
        };
    }

    private static boolean isNode(String path) {
        return Paths.isBelow(path, "/dev") || Paths.isBelow(path, "/run/systemd/inaccessible");
    }

    /** Checks a device path, then the rest of the value. */
    private static List<Complaint> device(String value, Context context, Parts.Judge then) {
        if (value.isEmpty()) {
            return List.of();
        }
        Splitter words = Splitter.of(value, Splitter.Flag.UNQUOTE);
        return switch (words.next().orElse(Parsed.bad("missing device"))) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String word) -> {
                String rest = words.tail().orElse("");
                yield rest.isEmpty() ? Parts.ignored("missing value after the device") : Specifiers.in(word, context, Specifiers.PATH, path ->
                        Paths.check(path, Set.of()) instanceof Parsed.Bad<String>(Reason reason) ? Parts.ignored(reason) : then.apply(rest));
            }
        };
    }

    private static List<Complaint> net(String word, Context context) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean local = lower.matches("(.*\\.)?localhost(\\.localdomain)?\\.?");
        return Set.of("any", "link-local", "multicast").contains(word) || local ? List.of() : switch (context.directive().flags()) {
            case "AF_INET" -> Parts.fine(Addresses.net(word).then(n -> Addresses.bits(n.address()) == 32 ? Parsed.good(n) : Parsed.bad(Reason.invalid("IPv4 network", word))));
            case "AF_INET6" -> Parts.fine(Addresses.net(word).then(n -> Addresses.bits(n.address()) == 128 ? Parsed.good(n) : Parsed.bad(Reason.invalid("IPv6 network", word))));
            default -> Parts.fine(Addresses.net(word));
        };
    }

    /** {@code [ipv4|ipv6][:tcp|udp][:ports]}, each part once and in this order, one at least. */
    private static boolean isSocketBind(String value) {
        List<String> parts = List.of(value.split(":", -1));
        int step = 0;
        for (String part : parts) {
            int kind = Set.of("ipv4", "ipv6").contains(part) ? 1 : Set.of("tcp", "udp").contains(part) ? 2 : part.equals("any") || Numbers.ports(part, true) instanceof Parsed.Good ? 3 : 0;
            if (kind <= step) {
                return false;
            }
            step = kind;
        }
        return true;
    }

    private static List<Complaint> nftSets(String value, Context context) {
        Set<String> sources = context.directive().flags().equals("NFT_SET_PARSE_CGROUP") ? Set.of("cgroup", "user", "group") : Set.of("address", "prefix", "ifindex");
        return Parts.untilFault(Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE), tuple -> {
            Splitter words = Splitter.by(":", tuple, Splitter.Flag.CUNESCAPE);
            return switch (Parts.many(words, 4)) {
                case Parsed.Bad<List<String>>(Reason reason) -> Parts.ignored(reason);
                case Parsed.Good<List<String>>(List<String> f) -> Parts.fine(f.size() == 4 && words.tail().orElse("").isEmpty() && sources.contains(f.get(0))
                        && context.catalogue().words("nfproto").accepts(f.get(1), context.target()) && Identifiers.isNftName(f.get(2)) && Identifiers.isNftName(f.get(3)),
                        Reason.invalid("nft set", tuple, "SOURCE:FAMILY:TABLE:SET"));
            };
        });
    }

    private static List<Complaint> bpfProgram(String value, Context context) {
        Splitter words = Splitter.by(":", value);
        return value.isEmpty() ? List.of() : switch (words.next().orElse(Parsed.bad("empty value"))) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String type) -> {
                boolean known = context.catalogue().words("bpf_cgroup_attach_type").accepts(type, context.target());
                yield !known || words.tail().orElse("").isEmpty() ? Parts.ignored(Reason.invalid("BPF program", value, "TYPE:PATH"))
                        : Specifiers.in(words.tail().orElse(""), context, Specifiers.PATH, path -> Parts.fine(Paths.check(path, Set.of(Paths.Check.ABSOLUTE))));
            }
        };
    }
}
