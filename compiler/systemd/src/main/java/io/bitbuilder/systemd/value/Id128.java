package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.Locale;

/** Ids of 128 bits: 32 hexadecimal digits, or a UUID with its four dashes (sd-id128(3)). */
public final class Id128 {
    private Id128() {}

    /** Returns the ID in 32 lower-case digits, or the reason why the string is invalid. */
    public static Parsed<String> parse(String text) {
        boolean plain =
                text.matches("[0-9a-fA-F]{32}") || text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return plain
                ? Parsed.good(text.replace("-", "").toLowerCase(Locale.ROOT))
                : Parsed.bad(Reason.invalid("128-bit ID", text));
    }

    /** Parses an ID that is not all zero. */
    public static Parsed<String> parseSome(String text) {
        return parse(text).then(id -> id.matches("0+") ? Parsed.bad("the ID cannot be all zero") : Parsed.good(id));
    }
}
