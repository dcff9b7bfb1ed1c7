package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.List;

/** Limits of setrlimit(2), {@code soft:hard} or one for both; the unit depends on the resource (systemd.exec(5)). */
final class ResourceLimits {
    static final Grammar GRAMMAR =
            (value, context) -> judge(value, context.directive().flags());

    private static final BigInteger SECOND = BigInteger.valueOf(TimeSpans.SECOND);

    private ResourceLimits() {}

    private static List<Complaint> judge(String value, String resource) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        Parsed<BigInteger> soft = words.next().orElseThrow().then(word -> one(word, resource));
        Parsed<BigInteger> hard =
                words.next().map(word -> word.then(w -> one(w, resource))).orElse(soft);
        Parsed<BigInteger> both = words.tail().filter(tail -> !tail.isEmpty()).isPresent()
                ? Parsed.bad("more than two limits (expected SOFT:HARD)")
                : soft.then(low -> hard.then(high -> low.compareTo(high) <= 0
                        ? Parsed.good(low)
                        : Parsed.bad("the soft limit exceeds the hard limit")));
        return both instanceof Parsed.Bad<BigInteger>(Reason reason) ? CommonValueGrammars.ignored(reason) : List.of();
    }

    private static Parsed<BigInteger> one(String text, String resource) {
        return switch (resource) {
            case "RLIMIT_CPU" ->
                TimeSpans.seconds(text)
                        .map(n -> n.equals(TimeSpans.INFINITY)
                                ? n
                                : n.add(SECOND.subtract(BigInteger.ONE)).divide(SECOND));
            case "RLIMIT_RTTIME" -> TimeSpans.micros(text, 1);
            case "RLIMIT_NICE" -> nice(text);
            case "RLIMIT_FSIZE",
                    "RLIMIT_DATA",
                    "RLIMIT_STACK",
                    "RLIMIT_CORE",
                    "RLIMIT_RSS",
                    "RLIMIT_AS",
                    "RLIMIT_MEMLOCK",
                    "RLIMIT_MSGQUEUE" -> finite(text, Sizes.parse(text, Sizes.IEC));
            default -> finite(text, Numbers.uint64(text));
        };
    }

    private static Parsed<BigInteger> finite(String text, Parsed<BigInteger> number) {
        return text.equals("infinity")
                ? Parsed.good(TimeSpans.INFINITY)
                : number.then(n ->
                        n.compareTo(TimeSpans.INFINITY) < 0 ? Parsed.good(n) : Parsed.bad(Reason.outOfRange(text)));
    }

    /** Parses a nice level with a sign, or the kernel's own number without one, which is 20 less the level. */
    private static Parsed<BigInteger> nice(String text) {
        BigInteger level = BigInteger.valueOf(20);
        if (text.startsWith("+")) {
            return Numbers.uint(text.substring(1), 0, 19).map(n -> level.subtract(BigInteger.valueOf(n)));
        }
        return text.startsWith("-")
                ? Numbers.uint(text.substring(1), 0, 20).map(n -> level.add(BigInteger.valueOf(n)))
                : Numbers.uint(text, 0, 40).map(BigInteger::valueOf);
    }
}
