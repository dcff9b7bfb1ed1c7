package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Units of literals; the typed parsers read the numbers themselves. */
final class Units {
    private static final Set<String> SIZES =
            Set.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "KB", "MB", "GB", "TB", "PB");
    private static final Set<String> TIMES = Set.of("us", "ms", "s", "min", "h", "d");
    private static final Set<String> RATES = Set.of("bit", "Kbit", "Mbit", "Gbit", "Tbit");

    private Units() {}

    /** Returns the kind of a number with a unit; empty if the unit is unknown. */
    static Optional<LiteralKind> kindOf(String text) {
        String unit = unit(text);
        if (SIZES.contains(unit)) {
            return Optional.of(LiteralKind.SIZE);
        }
        if (TIMES.contains(unit)) {
            return Optional.of(LiteralKind.DURATION);
        }
        return RATES.contains(unit) ? Optional.of(LiteralKind.RATE) : Optional.empty();
    }

    /** Returns whether the size is ambiguous, like {@code 4G}, which could mean GiB or GB. */
    static boolean isAmbiguous(String text) {
        String unit = unit(text);
        return unit.length() == 1 && "kKMgGtTpP".contains(unit);
    }

    /** Returns the unit that a string most likely means: another spelling of it, or one without its B. */
    static Optional<String> nearest(String text) {
        String unit = unit(text);
        return Stream.of(SIZES, TIMES, RATES)
                .flatMap(units -> units.stream().sorted())
                .filter(u -> unit.equalsIgnoreCase(u) || u.length() == 3 && (unit + "B").equalsIgnoreCase(u))
                .findFirst()
                .map(near -> number(text) + near);
    }

    /** Returns the binary reading of a size without its B. */
    static String binary(String text) {
        return number(text) + letter(text) + "iB";
    }

    /** Returns the decimal reading of a size without its B. */
    static String decimal(String text) {
        return number(text) + letter(text) + "B";
    }

    private static char letter(String text) {
        char unit = unit(text).charAt(0);
        return unit >= 'a' ? (char) (unit - 'a' + 'A') : unit;
    }

    private static String number(String text) {
        return text.substring(0, numberEnd(text));
    }

    private static String unit(String text) {
        return text.substring(numberEnd(text));
    }

    private static int numberEnd(String text) {
        int end = 0;
        while (end < text.length() && (text.charAt(end) >= '0' && text.charAt(end) <= '9' || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }
}
