package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.List;

/** Signals by number or name, with or without {@code SIG} (signal(7)). */
public final class Signals {
    private static final List<String> NAMES = List.of(
            "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
            "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");
    private static final int MAX = 64;

    /** Number of signals between the first and the last real-time signal. */
    private static final int REAL_TIME = 30;

    private Signals() {}

    /** Returns the signal, or the reason why the string is invalid. */
    public static Parsed<String> parse(String text) {
        boolean known = switch (Numbers.int32(text)) {
            case Parsed.Good<Long>(Long n) -> n > 0 && n <= MAX;
            case Parsed.Bad<Long> bad -> isName(text.startsWith("SIG") ? text.substring(3) : text);
        };
        return known ? Parsed.good(text) : Parsed.bad(Reason.unknown("signal", text));
    }

    private static boolean isName(String name) {
        return NAMES.contains(name)
                || isRealTime(name, "RTMIN", "+", new IntRange(0, REAL_TIME))
                || isRealTime(name, "RTMAX", "-", new IntRange(-REAL_TIME, 0));
    }

    private static boolean isRealTime(String name, String from, String sign, IntRange range) {
        return name.equals(from)
                || name.startsWith(from + sign)
                        && Numbers.integer(name.substring(from.length()), range) instanceof Parsed.Good;
    }
}
