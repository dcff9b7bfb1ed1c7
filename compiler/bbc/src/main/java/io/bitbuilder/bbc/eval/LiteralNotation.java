package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Size;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the literal of a scalar type that a text of another notation means. */
final class LiteralNotation {
    /** A string without escapes, expressions and blanks. */
    static final Pattern QUOTED = Pattern.compile("\"([^\"{\\\\\\s]+)\"");

    private static final List<String> UNITS = List.of("PiB", "TiB", "GiB", "MiB");
    private static final int UNIT_BITS = 10;
    private static final long MEBIBYTE = 1L << 20;
    private static final Pattern MAC_SEPARATORS = Pattern.compile("[:.-]");
    private static final Pattern MAC_DIGITS = Pattern.compile("[0-9A-Fa-f]{12}");

    private LiteralNotation() {}

    /** Returns the literal that the scalar accepts; a match of {@code quotable} only lacks its quotes. */
    static Optional<String> of(Scalar scalar, String text, Pattern quotable) {
        String inner = QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
        if (scalar == Scalar.MAC) {
            return mac(inner).filter(m -> !m.equals(text));
        }
        if (scalar.notation().text()) {
            return quotable.matcher(text).matches() && isGood(scalar, text)
                    ? Optional.of('"' + text + '"')
                    : Optional.empty();
        }
        if (scalar == Scalar.BOOL) {
            return Optional.of(inner).filter(LiteralNotation::isBool);
        }
        if (!inner.equals(text) && (scalar.notation().words().contains(inner) || isLiteral(scalar, inner))) {
            return Optional.of(inner);
        }
        if (scalar == Scalar.SIZE && inner.matches("[0-9]{7,19}")) {
            return size(inner);
        }
        int slash = inner.indexOf('/');
        return slash > 0 && isLiteral(scalar, inner.substring(0, slash))
                ? Optional.of(inner.substring(0, slash))
                : Optional.empty();
    }

    private static Optional<String> mac(String text) {
        String digits = MAC_SEPARATORS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return Optional.of(digits)
                .filter(d -> MAC_DIGITS.matcher(d).matches())
                .map(d -> d.replaceAll("(..)(?=.)", "$1:"))
                .filter(m -> isGood(Scalar.MAC, m));
    }

    private static Optional<String> size(String digits) {
        long bytes = new BigInteger(digits)
                .min(BigInteger.valueOf(Size.MAX_BYTES + 1))
                .longValue();
        if (bytes > Size.MAX_BYTES || bytes % MEBIBYTE != 0) {
            return Optional.empty();
        }
        int power = UNITS.size() + 1;
        for (String unit : UNITS) {
            long factor = 1L << power * UNIT_BITS;
            if (bytes % factor == 0) {
                return Optional.of(bytes / factor + unit);
            }
            power--;
        }
        return Optional.empty();
    }

    private static boolean isLiteral(Scalar scalar, String text) {
        return !scalar.notation().literals().isEmpty() && isGood(scalar, text);
    }

    static boolean isGood(Scalar scalar, String text) {
        return scalar.parse(text) instanceof Parsed.Good<?>;
    }

    static boolean isBool(String text) {
        return text.equals("true") || text.equals("false");
    }
}
