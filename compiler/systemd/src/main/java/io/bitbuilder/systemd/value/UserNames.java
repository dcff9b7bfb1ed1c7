package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.EnumSet;
import java.util.Set;

/** Names and numbers of users and groups (systemd.io/USER_NAMES). */
public final class UserNames {
    private static final int MAX_STRICT = 31;

    private UserNames() {}

    /** Parses a user or group ID: decimal, without sign or leading zero, and neither of the two reserved values. */
    public static Parsed<Long> id(String text) {
        return Numbers.unsigned(text, 10, EnumSet.allOf(Numbers.Rule.class))
                .then(n -> n.bitLength() <= 32 ? Parsed.good(n.longValue()) : Parsed.bad(Reason.outOfRange(text)))
                .then(n -> n != 0xffff && n != Numbers.UINT32_MAX
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.invalid("user or group", text)));
    }

    /**
     * Returns whether the string is a name that systemd itself would create: letters, digits, {@code _ -}, at most 31.
     */
    public static boolean isStrict(String name) {
        return isStrictStart(name)
                && name.length() <= MAX_STRICT
                && name.chars().allMatch(c -> HostNames.isAlphanumeric(c) || c == '_' || c == '-');
    }

    private static boolean isStrictStart(String name) {
        return !name.isEmpty()
                && (HostNames.isAlphanumeric(name.charAt(0)) && !Character.isDigit(name.charAt(0))
                        || name.charAt(0) == '_');
    }

    /** Returns whether the string is a number, or a name that another program may have created. */
    public static boolean isRelaxed(String name) {
        if (id(name) instanceof Parsed.Good) {
            return true;
        }
        String digits = name.startsWith("-") ? name.substring(1) : name;
        return !name.isEmpty()
                && !name.startsWith(" ")
                && !name.endsWith(" ")
                && Utf8Text.isValid(name)
                && !PlainStrings.hasControl(name)
                && name.chars().noneMatch(c -> c == ':' || c == '/')
                && !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && !Set.of(".", "..").contains(name);
    }
}
