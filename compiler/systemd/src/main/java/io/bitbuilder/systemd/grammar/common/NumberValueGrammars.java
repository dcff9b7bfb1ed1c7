package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Percentages;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Grammars of numbers: integers, sizes, time spans, percentages. */
final class NumberValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private NumberValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("int", NumberValueGrammars::integer);
        factories.put("uint", NumberValueGrammars::unsigned);
        factories.put("long", GrammarFactory.parsed(Numbers::int64));
        factories.put("uint64", GrammarFactory.parsed(Numbers::uint64));
        factories.put(
                "double",
                GrammarFactory.of((value, context) -> Numbers.isDouble(value)
                        ? List.of()
                        : CommonValueGrammars.ignored(Reason.invalid("number", value))));
        factories.put("mode", GrammarFactory.parsed(Numbers::mode));
        factories.put("port", GrammarFactory.parsed(Numbers::port));
        factories.put("timespan", NumberValueGrammars::timespan);
        factories.put("nsec", GrammarFactory.parsed(TimeSpans::nanos));
        factories.put("size", NumberValueGrammars::size);
        factories.put("percent", GrammarFactory.parsed(text -> Percentages.atMost(Percentages.percent(text), 100)));
        factories.put("permille", GrammarFactory.parsed(text -> Percentages.atMost(Percentages.permille(text), 1000)));
        factories.put(
                "permyriad", GrammarFactory.parsed(text -> Percentages.atMost(Percentages.permyriad(text), 10_000)));
        factories.put(
                "loadavg", GrammarFactory.parsed(text -> Percentages.atMost(Percentages.permyriad(text), 10_000)));
        factories.put("mtu", NumberValueGrammars::mtu);
        factories.put("rlimit", GrammarFactory.of(ResourceLimits.GRAMMAR));
        return factories;
    }

    /** {@code int} or {@code int(a..b)}; 32 bits. */
    private static Grammar integer(List<String> arguments, Function<String, Grammar> parse) {
        IntRange range = range(arguments, Numbers.INT32);
        return Grammar.parsed(text -> Numbers.integer(text, range));
    }

    /** {@code uint} or {@code uint(a..b)}; 32 bits by default. */
    private static Grammar unsigned(List<String> arguments, Function<String, Grammar> parse) {
        IntRange range = range(arguments, new IntRange(0, Numbers.UINT32_MAX));
        return Grammar.parsed(text -> Numbers.uint(text, range.first(), range.last()));
    }

    private static IntRange range(List<String> arguments, IntRange all) {
        if (arguments.isEmpty()) {
            return all;
        }
        String[] ends = arguments.getFirst().split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new InternalFault("a range is written first..last, not " + arguments.getFirst());
        }
        return new IntRange(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    /** {@code timespan} in seconds, or {@code timespan(n)} where a number without unit counts n microseconds. */
    private static Grammar timespan(List<String> arguments, Function<String, Grammar> parse) {
        long unit = arguments.isEmpty() ? TimeSpans.SECOND : Long.parseLong(arguments.getFirst());
        return Grammar.parsed(text -> TimeSpans.micros(text, unit));
    }

    /** {@code size} with K of 1024, {@code size(si)} with K of 1000, {@code size(iec, long)} of at most 2^63-1. */
    private static Grammar size(List<String> arguments, Function<String, Grammar> parse) {
        int base = arguments.contains("si") ? Sizes.SI : Sizes.IEC;
        BigInteger max = arguments.contains("long") ? LONG_MAX : Numbers.UINT64_MAX;
        return Grammar.parsed(text -> Sizes.parse(text, base)
                .then(n -> n.compareTo(max) <= 0
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.about(text, "'" + text + "' exceeds 2^63-1"))));
    }

    /** {@code mtu(least)}: a size of 32 bits, at least that minimum. */
    private static Grammar mtu(List<String> arguments, Function<String, Grammar> parse) {
        return (value, context) -> {
            long least = switch (context.directive().flags()) {
                case "AF_INET" -> 68;
                case "AF_INET6" -> 1280;
                default -> 0;
            };
            return Grammar.parsed(text -> mtu(text, least)).judge(value, context);
        };
    }

    /** Parses a maximum transfer unit of 32 bits, at least that minimum. */
    static Parsed<BigInteger> mtu(String text, long least) {
        return Sizes.parse(text, Sizes.IEC)
                .then(n -> n.bitLength() <= 32 && n.longValue() >= least
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.outOfRange(text, least + ".." + Numbers.UINT32_MAX)));
    }
}
