package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whole numbers: decimal, hexadecimal with {@code 0x}, octal with {@code 0} or {@code 0o}, binary with {@code 0b}; a
 * sign and blanks before it are allowed.
 */
public final class Numbers {
    /** The greatest of 32 bits without sign. */
    public static final long UINT32_MAX = 0xffff_ffffL;

    /** The greatest of 64 bits without sign. */
    public static final BigInteger UINT64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    /** The numbers that an int of C holds. */
    public static final IntRange INT32 = new IntRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    /** Additional restrictions. */
    public enum Rule {
        /** Blanks before it. */
        NO_BLANKS,
        /** A sign. */
        NO_SIGN,
        /** A zero before other digits. */
        NO_LEADING_ZERO
    }

    private Numbers() {}

    /** Parses a number of at most 64 bits without sign, in any base that its prefix names. */
    public static Parsed<BigInteger> uint64(String text) {
        return unsigned(text, 0, EnumSet.noneOf(Rule.class));
    }

    /** Parses a number of 0 to 2^32-1. */
    public static Parsed<Long> uint32(String text) {
        return uint(text, 0, UINT32_MAX);
    }

    /** Parses a number in a range of 0 to 2^63-1. */
    public static Parsed<Long> uint(String text, long min, long max) {
        return uint64(text).then(n -> within(text, n, min, max));
    }

    /** Parses a number without sign in a base of 2 to 16, or 0 for that of its prefix. */
    public static Parsed<BigInteger> unsigned(String text, int base, Set<Rule> rules) {
        String trimmed = Whitespace.stripLeading(text);
        if (rules.contains(Rule.NO_BLANKS) && trimmed.length() < text.length()
                || rules.contains(Rule.NO_SIGN) && (trimmed.startsWith("+") || trimmed.startsWith("-"))
                || rules.contains(Rule.NO_LEADING_ZERO) && trimmed.startsWith("0") && trimmed.length() > 1) {
            return none(text);
        }
        return read(trimmed, base)
                .then(n -> n.signum() >= 0 && n.compareTo(UINT64_MAX) <= 0
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.outOfRange(text)));
    }

    /** Parses a number with sign in a range. */
    public static Parsed<Long> integer(String text, IntRange range) {
        return read(Whitespace.stripLeading(text), 0).then(n -> within(text, n, range.first(), range.last()));
    }

    /** Parses a number with sign of 64 bits. */
    public static Parsed<Long> int64(String text) {
        return integer(text, new IntRange(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** Parses a number with sign of 32 bits. */
    public static Parsed<Long> int32(String text) {
        return integer(text, INT32);
    }

    /** Parses a port of TCP or UDP: 1 to 65535 without blanks before it. */
    public static Parsed<Long> port(String text) {
        return unsigned(text, 0, EnumSet.of(Rule.NO_BLANKS)).then(n -> within(text, n, 1, 65535));
    }

    /** Parses bits of access rights, in octal, at most 7777. */
    public static Parsed<Long> mode(String text) {
        return unsigned(text, 8, EnumSet.of(Rule.NO_SIGN)).then(n -> within(text, n, 0, 07777));
    }

    /** Parses two numbers {@code a-b}, or one number for both. */
    public static Parsed<IntRange> range(String text) {
        int dash = text.indexOf('-');
        Parsed<Long> low = uint32(dash < 0 ? text : text.substring(0, dash));
        return dash < 0
                ? low.map(n -> new IntRange(n, n))
                : low.then(n -> uint32(text.substring(dash + 1)).map(m -> new IntRange(n, m)));
    }

    /** Parses a range of ports, the first not above the last. */
    public static Parsed<IntRange> ports(String text, boolean zeroToo) {
        return range(text)
                .then(r -> r.first() >= (zeroToo ? 0 : 1) && r.last() <= 65535 && r.first() <= r.last()
                        ? Parsed.good(r)
                        : Parsed.bad(Reason.invalid("port range", text)));
    }

    /**
     * Returns whether the string is a floating-point number of strtod(3), including {@code inf}, {@code nan} and
     * hexadecimal ones.
     */
    public static boolean isDouble(String text) {
        return text.matches("[ \\t\\n\\x0b\\f\\r]*[+-]?("
                + "(?i:inf(inity)?|nan(\\([A-Za-z0-9_]*\\))?)"
                + "|([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"
                + "|0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)([pP][+-]?[0-9]+)?)");
    }

    private static Parsed<BigInteger> read(String trimmed, int base) {
        int radix = base;
        String digits = trimmed;
        if (base == 0 && (starts(trimmed, "0b") || starts(trimmed, "0o"))) {
            radix = starts(trimmed, "0b") ? 2 : 8;
            digits = trimmed.substring(2);
        }
        NumberPrefix read = NumberPrefix.read(digits, 0, radix);
        return read.end() == 0 || read.end() < digits.length() ? none(trimmed) : Parsed.good(read.value());
    }

    private static boolean starts(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static Parsed<Long> within(String text, BigInteger n, long min, long max) {
        boolean fits = n.compareTo(LONG_MIN) >= 0
                && n.compareTo(LONG_MAX) <= 0
                && n.longValue() >= min
                && n.longValue() <= max;
        return fits ? Parsed.good(n.longValue()) : Parsed.bad(Reason.outOfRange(text, min + ".." + max));
    }

    private static <T> Parsed<T> none(String text) {
        return Parsed.bad(Reason.invalid("number", text));
    }
}
