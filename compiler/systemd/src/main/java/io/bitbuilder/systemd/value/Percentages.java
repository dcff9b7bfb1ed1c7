package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;

/** Parts of a whole with {@code %}, {@code ‰} or {@code ‱}. */
public final class Percentages {
    private static final String PERCENT = "%";
    private static final String PERMILLE = "\u2030";
    private static final String PERMYRIAD = "\u2031";

    private Percentages() {}

    /** Parses hundredths: whole numbers with {@code %}. */
    public static Parsed<Long> percent(String text) {
        return parts(text, PERCENT, 0);
    }

    /** Parses thousandths: {@code %} with at most one decimal, or {@code ‰}. */
    public static Parsed<Long> permille(String text) {
        return text.endsWith(PERMILLE) ? parts(text, PERMILLE, 0) : parts(text, PERCENT, 1);
    }

    /** Parses ten-thousandths: {@code %} with at most two decimals, {@code ‰} with one, or {@code ‱}. */
    public static Parsed<Long> permyriad(String text) {
        if (text.endsWith(PERMYRIAD)) {
            return parts(text, PERMYRIAD, 0);
        }
        return text.endsWith(PERMILLE) ? parts(text, PERMILLE, 1) : parts(text, PERCENT, 2);
    }

    /** Parses a share of at most the whole. */
    public static Parsed<Long> atMost(Parsed<Long> share, long whole) {
        return share.then(n -> n <= whole ? Parsed.good(n) : Parsed.bad("the share exceeds the whole"));
    }

    private static Parsed<Long> parts(String text, String sign, int decimals) {
        if (!text.endsWith(sign)) {
            return Parsed.bad(Reason.invalid("share", text, "a number with " + sign));
        }
        String number = text.substring(0, text.length() - sign.length());
        int point = decimals == 0 ? -1 : number.indexOf('.');
        String fraction = point < 0 ? "" : number.substring(point + 1);
        if (point >= 0
                && (fraction.isEmpty()
                        || fraction.length() > decimals
                        || !fraction.chars().allMatch(c -> c >= '0' && c <= '9'))) {
            return Parsed.bad(Reason.invalid("share", text, "1 to " + decimals + " decimals"));
        }
        long scale = (long) Math.pow(10, decimals);
        long part =
                fraction.isEmpty() ? 0 : Long.parseLong(fraction) * (long) Math.pow(10, decimals - fraction.length());
        return Numbers.int32(point < 0 ? number : number.substring(0, point))
                .then(n -> n >= 0 && n <= (Integer.MAX_VALUE - part) / scale
                        ? Parsed.good(n * scale + part)
                        : Parsed.bad(Reason.outOfRange(text)));
    }
}
