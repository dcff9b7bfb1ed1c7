package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Sizes in bytes: numbers with an optional fraction and suffix B K M G T P E that add up, each suffix smaller than the
 * one before.
 */
public final class Sizes {
    /** Base of K, M, G for memory. */
    public static final int IEC = 1024;

    /** Base of K, M, G for data rates. */
    public static final int SI = 1000;

    /** Suffixes in descending order; no suffix comes last. */
    private static final String SUFFIXES = "EPTGMKB";

    private Sizes() {}

    /** Returns the size, less than 2^64. */
    public static Parsed<BigInteger> parse(String text, int base) {
        BigInteger sum = BigInteger.ZERO;
        int at = 0;
        int smallest = 0;
        do {
            at = blanks(text, at);
            NumberPrefix number = NumberPrefix.read(text, at, 10);
            if (number.end() == at || text.charAt(at) == '-' || number.value().compareTo(Numbers.UINT64_MAX) > 0) {
                return none(text);
            }
            int end = number.end();
            BigDecimal value = new BigDecimal(number.value());
            if (text.startsWith(".", end)) {
                int point = end++;
                while (end < text.length() && NumberPrefix.digit(text.charAt(end), 10) >= 0) {
                    end++;
                }
                value = end > point + 1 ? value.add(new BigDecimal("0" + text.substring(point, end))) : value;
            }
            at = blanks(text, end);
            int suffix = at < text.length() ? SUFFIXES.indexOf(text.charAt(at)) : -1;
            boolean named = suffix >= smallest;
            if (!named && smallest > SUFFIXES.length()) {
                return none(text);
            }
            BigDecimal factor = factor(named ? suffix : SUFFIXES.length(), base);
            if (value.setScale(0, RoundingMode.CEILING)
                            .toBigInteger()
                            .compareTo(Numbers.UINT64_MAX.divide(factor.toBigInteger()))
                    > 0) {
                return none(text);
            }
            sum = sum.add(value.multiply(factor).toBigInteger());
            smallest = (named ? suffix : SUFFIXES.length()) + 1;
            at += named ? 1 : 0;
        } while (at < text.length());
        return sum.compareTo(Numbers.UINT64_MAX) <= 0
                ? Parsed.good(sum)
                : Parsed.bad(Reason.about(text, "'" + text + "' exceeds 2^64-1"));
    }

    private static BigDecimal factor(int suffix, int base) {
        return BigDecimal.valueOf(base).pow(Math.max(0, SUFFIXES.length() - 1 - suffix));
    }

    private static int blanks(String text, int from) {
        int end = from;
        while (end < text.length() && Whitespace.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Parsed<BigInteger> none(String text) {
        return Parsed.bad(Reason.invalid("size", text));
    }
}
