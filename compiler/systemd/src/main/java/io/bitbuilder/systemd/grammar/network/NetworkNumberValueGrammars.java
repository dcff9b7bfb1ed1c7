package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Numbers;
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

/** Numbers, sizes, time spans and ranges of networkd and udev, and the handles of traffic control (tc(8)). */
final class NetworkNumberValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    /** Protocols over IP, as the C library names them. */
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(
            Map.entry("ip", 0),
            Map.entry("hopopts", 0),
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ipip", 4),
            Map.entry("tcp", 6),
            Map.entry("egp", 8),
            Map.entry("pup", 12),
            Map.entry("udp", 17),
            Map.entry("idp", 22),
            Map.entry("tp", 29),
            Map.entry("dccp", 33),
            Map.entry("ipv6", 41),
            Map.entry("routing", 43),
            Map.entry("fragment", 44),
            Map.entry("rsvp", 46),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("icmpv6", 58),
            Map.entry("none", 59),
            Map.entry("dstopts", 60),
            Map.entry("mtp", 92),
            Map.entry("beetph", 94),
            Map.entry("encap", 98),
            Map.entry("pim", 103),
            Map.entry("comp", 108),
            Map.entry("l2tp", 115),
            Map.entry("sctp", 132),
            Map.entry("mh", 135),
            Map.entry("udplite", 136),
            Map.entry("mpls", 137),
            Map.entry("ethernet", 143),
            Map.entry("raw", 255));

    private static final int MAX_VLAN = 4094;
    private static final int HEX = 16;
    private static final int MAX_PROCESSORS = 8192;
    private static final BigInteger SECOND = BigInteger.valueOf(TimeSpans.SECOND);

    private NetworkNumberValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("micros", NetworkNumberValueGrammars::micros);
        factories.put("nanos", NetworkNumberValueGrammars::nanos);
        factories.put("bytes", NetworkNumberValueGrammars::bytes);
        factories.put("hex", NetworkNumberValueGrammars::hex);
        factories.put("handle", GrammarFactory.parsed(NetworkNumberValueGrammars::handle));
        factories.put("above", NetworkNumberValueGrammars::above);
        factories.put("router_lifetime", GrammarFactory.of(NetworkNumberValueGrammars::routerLifetime));
        factories.put("range", GrammarFactory.parsed(Numbers::range));
        factories.put("ports", GrammarFactory.parsed(text -> Numbers.ports(text, false)));
        factories.put("vlans", GrammarFactory.parsed(NetworkNumberValueGrammars::vlans));
        factories.put("cpu_range", GrammarFactory.parsed(NetworkNumberValueGrammars::cpus));
        factories.put(
                "positive",
                GrammarFactory.parsed(text -> Numbers.uint64(text)
                        .then(n -> n.signum() > 0 ? Parsed.good(n) : Parsed.bad("the number must be above 0"))));
        factories.put("ip_protocol", NetworkNumberValueGrammars::protocol);
        factories.put("marks", GrammarFactory.parsed(NetworkNumberValueGrammars::marks));
        return factories;
    }

    /** {@code micros(a..b)}: a time span in microseconds; with {@code infinity}, also an infinite one. */
    private static Grammar micros(List<String> arguments, Function<String, Grammar> parse) {
        boolean endless = arguments.contains("infinity");
        return Grammar.parsed(text -> TimeSpans.seconds(text)
                .then(n -> endless && n.equals(TimeSpans.INFINITY)
                        ? Parsed.good(n)
                        : within(text, n, arguments.getFirst())));
    }

    /** {@code nanos(a..b)}: a time span in nanoseconds. */
    private static Grammar nanos(List<String> arguments, Function<String, Grammar> parse) {
        return Grammar.parsed(text -> TimeSpans.nanos(text).then(n -> within(text, n, arguments.getFirst())));
    }

    /** {@code bytes(iec|si,a..b)}: a size in that range. */
    private static Grammar bytes(List<String> arguments, Function<String, Grammar> parse) {
        int base = arguments.getFirst().equals("si") ? Sizes.SI : Sizes.IEC;
        return Grammar.parsed(text -> Sizes.parse(text, base).then(n -> within(text, n, arguments.get(1))));
    }

    private static Parsed<BigInteger> within(String text, BigInteger n, String range) {
        String[] ends = range.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new InternalFault("a range is written first..last, not " + range);
        }
        return n.compareTo(new BigInteger(ends[0])) >= 0 && n.compareTo(new BigInteger(ends[1])) <= 0
                ? Parsed.good(n)
                : Parsed.bad(Reason.outOfRange(text));
    }

    /** {@code hex(bits)}: a hexadecimal number. */
    private static Grammar hex(List<String> arguments, Function<String, Grammar> parse) {
        int bits = Integer.parseInt(arguments.getFirst());
        return Grammar.parsed(text -> hex(text, bits));
    }

    private static Parsed<BigInteger> hex(String text, int bits) {
        return Numbers.unsigned(text, HEX, Set.of())
                .then(n -> n.bitLength() <= bits ? Parsed.good(n) : Parsed.bad(Reason.outOfRange(text)));
    }

    /** Parses a handle of a queueing discipline or a class: two hexadecimal numbers with a colon between them. */
    private static Parsed<BigInteger> handle(String text) {
        Splitter words = Splitter.by(":", text, Splitter.Flag.EACH_SEPARATOR);
        Optional<Parsed<String>> major = words.next();
        Optional<String> minor = words.tail();
        return major.isEmpty() || minor.isEmpty()
                ? Parsed.bad(Reason.invalid("handle", text, "MAJOR:MINOR in hexadecimal"))
                : major.get().then(word -> hex(word, HEX)).then(n -> hex(minor.get(), HEX));
    }

    /** {@code above(n,x)}: systemd uses values of x, with a warning for a number above n. */
    private static Grammar above(List<String> arguments, Function<String, Grammar> parse) {
        BigInteger most = new BigInteger(arguments.getFirst());
        Grammar inner = parse.apply(arguments.get(1));
        return (value, context) -> {
            List<Complaint> complaints = inner.judge(value, context);
            Optional<BigInteger> number = value.isEmpty()
                    ? Optional.empty()
                    : Sizes.parse(value, Sizes.SI).toOptional();
            return complaints.isEmpty()
                            && number.filter(n -> n.compareTo(most) > 0).isPresent()
                    ? List.of(new Complaint(Effect.USED, Reason.about(value, "'" + value + "' exceeds " + most)))
                    : complaints;
        };
    }

    /** Judges a router lifetime: 0, or 4 s to 9000 s (RFC 4861 section 6.2.1); systemd uses the nearest value. */
    private static List<Complaint> routerLifetime(String value, ValueContext context) {
        return switch (TimeSpans.seconds(value)) {
            case Parsed.Bad<BigInteger>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<BigInteger>(BigInteger n) ->
                n.signum() == 0
                                || within(value, n.divide(SECOND), "4..9000") instanceof Parsed.Good
                                        && n.compareTo(SECOND.multiply(BigInteger.valueOf(9000))) <= 0
                        ? List.of()
                        : List.of(new Complaint(
                                        Effect.CHANGED,
                                        "the router lifetime is out of range (expected 0 or 4 s to 9000 s); "
                                                + "systemd uses the nearest value")
                                .with(Remedy.write(n.compareTo(SECOND.shiftLeft(2)) < 0 ? "4s" : "9000s")));
        };
    }

    /**
     * {@code ip_protocol}: a protocol's name or a number of 8 bits; {@code ip_protocol(strict)}: one that has a name.
     */
    private static Grammar protocol(List<String> arguments, Function<String, Grammar> parse) {
        boolean strict = arguments.contains("strict");
        return Grammar.parsed(text -> PROTOCOLS.containsKey(text.toLowerCase(Locale.ROOT))
                ? Parsed.good(text)
                : Numbers.uint(text, 0, 255)
                        .then(n -> !strict || PROTOCOLS.containsValue(n.intValue())
                                ? Parsed.good(text)
                                : Parsed.bad(Reason.unknown("IP protocol", text))));
    }

    /** Parses a VLAN or a range of them. */
    private static Parsed<IntRange> vlans(String text) {
        return Numbers.range(text)
                .then(r -> r.last() <= MAX_VLAN && r.first() <= r.last()
                        ? Parsed.good(r)
                        : Parsed.bad(Reason.invalid("VLAN range", text, "FIRST-LAST, at most 4094")));
    }

    /** Parses a processor or a range of them. */
    private static Parsed<IntRange> cpus(String text) {
        return Numbers.range(text)
                .then(r -> r.first() <= r.last() && r.last() < MAX_PROCESSORS
                        ? Parsed.good(r)
                        : Parsed.bad(Reason.invalid("CPU range", text, "FIRST-LAST, below " + MAX_PROCESSORS)));
    }

    /** Parses a firewall mark, with a mask after {@code /}. */
    private static Parsed<Long> marks(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Numbers.uint32(text)
                : Numbers.uint32(text.substring(0, slash)).then(n -> Numbers.uint32(text.substring(slash + 1)));
    }
}
