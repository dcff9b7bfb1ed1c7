package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spans of time (systemd.time(7)): {@code infinity}, or numbers with an optional fraction and unit that add up, in
 * microseconds or nanoseconds.
 */
public final class TimeSpans {
    /** Value of {@code infinity}. */
    public static final BigInteger INFINITY = Numbers.UINT64_MAX;

    /** A second in microseconds, the unit of numbers without one in most directives. */
    public static final long SECOND = 1_000_000L;

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    /** Units in the order in which they are tried: a longer one before its prefixes. */
    private static final List<Map.Entry<String, Long>> UNITS = List.of(
            Map.entry("seconds", SECOND),
            Map.entry("second", SECOND),
            Map.entry("sec", SECOND),
            Map.entry("s", SECOND),
            Map.entry("minutes", 60 * SECOND),
            Map.entry("minute", 60 * SECOND),
            Map.entry("min", 60 * SECOND),
            Map.entry("months", 2_629_800 * SECOND),
            Map.entry("month", 2_629_800 * SECOND),
            Map.entry("M", 2_629_800 * SECOND),
            Map.entry("msec", 1000L),
            Map.entry("ms", 1000L),
            Map.entry("m", 60 * SECOND),
            Map.entry("hours", 3600 * SECOND),
            Map.entry("hour", 3600 * SECOND),
            Map.entry("hr", 3600 * SECOND),
            Map.entry("h", 3600 * SECOND),
            Map.entry("days", 86_400 * SECOND),
            Map.entry("day", 86_400 * SECOND),
            Map.entry("d", 86_400 * SECOND),
            Map.entry("weeks", 604_800 * SECOND),
            Map.entry("week", 604_800 * SECOND),
            Map.entry("w", 604_800 * SECOND),
            Map.entry("years", 31_557_600 * SECOND),
            Map.entry("year", 31_557_600 * SECOND),
            Map.entry("y", 31_557_600 * SECOND),
            Map.entry("usec", 1L),
            Map.entry("us", 1L),
            Map.entry("\u03bcs", 1L),
            Map.entry("\u00b5s", 1L));

    private TimeSpans() {}

    /** Parses microseconds; a number without unit counts seconds. */
    public static Parsed<BigInteger> seconds(String text) {
        return micros(text, SECOND);
    }

    /** Parses microseconds; a number without unit counts units of that many microseconds. */
    public static Parsed<BigInteger> micros(String text, long defaultUnit) {
        return new Reader(text, 1, Optional.of(defaultUnit)).read();
    }

    /** Parses nanoseconds, also the unit of numbers without one. */
    public static Parsed<BigInteger> nanos(String text) {
        return new Reader(text, 1000, Optional.empty()).read();
    }

    /** Reader of one string. */
    private static final class Reader {
        private final String text;
        private final long scale;
        private final Optional<Long> defaultUnit;
        private int at;
        private BigInteger sum = BigInteger.ZERO;

        /** The default unit; empty for nanoseconds, which need no unit. */
        Reader(String text, long scale, Optional<Long> defaultUnit) {
            this.text = text;
            this.scale = scale;
            this.defaultUnit = defaultUnit;
        }

        Parsed<BigInteger> read() {
            at = blanks(0);
            if (text.startsWith("infinity", at)) {
                return blanks(at + 8) == text.length() ? Parsed.good(INFINITY) : none();
            }
            if (at == text.length()) {
                return none();
            }
            while (at < text.length()) {
                if (text.charAt(at) == '-' || !component()) {
                    return none();
                }
                if (sum.compareTo(INFINITY) >= 0) {
                    return Parsed.bad(Reason.about(text, "'" + text + "' exceeds the longest time span"));
                }
                at = blanks(at);
            }
            return Parsed.good(sum);
        }

        private boolean component() {
            NumberPrefix number = NumberPrefix.read(text, at, 10);
            if (number.value().signum() < 0 || number.value().compareTo(LONG_MAX) > 0) {
                return false;
            }
            int point = number.end();
            int end = point;
            if (text.startsWith(".", point)) {
                end = digits(point + 1);
            } else if (point == at) {
                return false;
            }
            long unit = unit(end);
            if (at == end && end < text.length()) {
                return false;
            }
            if (number.value().compareTo(INFINITY.divide(BigInteger.valueOf(unit))) >= 0) {
                return false;
            }
            sum = sum.add(number.value().multiply(BigInteger.valueOf(unit)));
            long part = unit / 10;
            for (int i = point + 1; i < end; i++) {
                sum = sum.add(BigInteger.valueOf((text.charAt(i) - '0') * part));
                part /= 10;
            }
            return !text.startsWith(".", point) || end > point + 1;
        }

        /** Reads the unit after blanks, or returns the default one. */
        private long unit(int end) {
            int start = blanks(end);
            for (Map.Entry<String, Long> unit : UNITS) {
                if (text.startsWith(unit.getKey(), start)) {
                    at = start + unit.getKey().length();
                    return unit.getValue() * scale;
                }
            }
            if (defaultUnit.isEmpty()) {
                at = start + (text.startsWith("nsec", start) ? 4 : text.startsWith("ns", start) ? 2 : 0);
                return 1;
            }
            at = start;
            return defaultUnit.get();
        }

        private int digits(int from) {
            int end = from;
            while (end < text.length() && NumberPrefix.digit(text.charAt(end), 10) >= 0) {
                end++;
            }
            return end;
        }

        private int blanks(int from) {
            int end = from;
            while (end < text.length() && Whitespace.isBlank(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private Parsed<BigInteger> none() {
            return Parsed.bad(Reason.invalid("time span", text));
        }
    }
}
