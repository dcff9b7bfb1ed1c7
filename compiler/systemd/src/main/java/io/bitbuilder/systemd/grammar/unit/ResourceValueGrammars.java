package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Percentages;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of resource control (systemd.resource-control(5)). */
final class ResourceValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final Set<String> MAY_BE_ZERO = Set.of(
            "MemorySwapMax",
            "StartupMemorySwapMax",
            "MemoryZSwapMax",
            "StartupMemoryZSwapMax",
            "MemoryLow",
            "StartupMemoryLow",
            "MemoryMin");

    private static final Set<String> OOM_MANAGED = Set.of("service", "scope", "slice");

    private ResourceValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("memory_limit", GrammarFactory.of(ResourceValueGrammars::memory));
        factories.put(
                "tasks_max",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("infinity") || share(value)
                        ? List.of()
                        : Complaints.unless(Numbers.uint64(value)
                                .then(n -> n.signum() > 0 && n.compareTo(Numbers.UINT64_MAX) < 0
                                        ? Parsed.good(n)
                                        : Parsed.bad(Reason.outOfRange(value))))));
        factories.put(
                "cpu_quota",
                GrammarFactory.parsed(text -> Percentages.permyriad(text)
                        .then(n -> n > 0 ? Parsed.good(n) : Parsed.bad("the value must be above 0"))));
        factories.put(
                "quota",
                GrammarFactory.of((value, context) -> Set.of("", "off").contains(value) || share(value)
                        ? List.of()
                        : Complaints.unless(Sizes.parse(value, Sizes.IEC))));
        factories.put("oom", ResourceValueGrammars::oom);
        factories.put(
                "oom_duration",
                GrammarFactory.parsed(text -> TimeSpans.seconds(text)
                        .then(n -> n.compareTo(BigInteger.valueOf(TimeSpans.SECOND)) >= 0
                                        && n.compareTo(TimeSpans.INFINITY) < 0
                                ? Parsed.good(n)
                                : Parsed.bad("the time span must be at least one second and finite"))));
        factories.put(
                "rule_names",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE),
                        word -> Complaints.asPart(Complaints.unless(
                                PlainStrings.isSafe(word, PlainStrings.Flag.FILENAME),
                                Reason.invalid("rule name", word))))));
        return factories;
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
            return Complaints.unless(n > 0 || zero, Reason.outOfRange(value));
        }
        return Complaints.unless(Sizes.parse(value, Sizes.IEC)
                .then(n -> (n.signum() > 0 || zero) && n.compareTo(Numbers.UINT64_MAX) < 0
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.outOfRange(value))));
    }

    static List<Complaint> unsupported(ValueContext context) {
        return Complaints.ignored("not supported in ." + UnitNameValueGrammars.type(context) + " units");
    }

    /** {@code oom(x)}: a value for systemd-oomd, which watches some types of units only. */
    private static Grammar oom(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst()).orEmpty();
        return (value, context) -> OOM_MANAGED.contains(UnitNameValueGrammars.type(context))
                ? inner.judge(value, context)
                : unsupported(context);
    }
}
