package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import java.util.Set;

/** Names of network interfaces, a little narrower than the kernel's. */
public final class LinkNames {
    private static final int MAX = 15;
    private static final int MAX_ALTERNATIVE = 127;

    /** Forms that are allowed beyond plain names. */
    public enum Flag {
        /** Alternative names, which may be 127 bytes long. */
        ALTERNATIVE,
        /** Numbers of interfaces. */
        NUMERIC,
        /** The names {@code all} and {@code default}, which sysctl uses. */
        SPECIAL
    }

    private LinkNames() {}

    /** Returns whether the string is the name of an interface. */
    public static boolean isValid(String name, Flag... flags) {
        Set<Flag> wishes = Set.of(flags);
        if (Numbers.int32(name) instanceof Parsed.Good<Long>(Long n) && n > 0) {
            return wishes.contains(Flag.NUMERIC);
        }
        return !name.isEmpty()
                && Utf8Text.length(name) <= (wishes.contains(Flag.ALTERNATIVE) ? MAX_ALTERNATIVE : MAX)
                && !name.equals(".")
                && !name.equals("..")
                && (wishes.contains(Flag.SPECIAL) || !name.equals("all") && !name.equals("default"))
                && name.chars().allMatch(c -> c > ' ' && c < 127 && ":/%".indexOf(c) < 0)
                && !name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
