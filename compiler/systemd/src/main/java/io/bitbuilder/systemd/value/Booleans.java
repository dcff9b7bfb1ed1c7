package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.Locale;
import java.util.Set;

/** Booleans in any case (systemd.syntax(7)). */
public final class Booleans {
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "t", "on");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "f", "off");

    private Booleans() {}

    /** Returns the boolean, or the reason why the string is invalid. */
    public static Parsed<Boolean> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return Parsed.good(true);
        }
        return NO.contains(lower) ? Parsed.good(false) : Parsed.bad(Reason.invalid("boolean", text));
    }

    /** Returns whether the string is a boolean. */
    public static boolean is(String text) {
        return parse(text) instanceof Parsed.Good;
    }
}
