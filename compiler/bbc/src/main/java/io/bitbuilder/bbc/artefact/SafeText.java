package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Locale;
import java.util.Optional;

/**
 * Characters that no line of an artefact can hold, whatever its format: control characters (systemd ends a line at LF,
 * CR and NUL), Unicode's line separators, lone surrogates, noncharacters (systemd's check of UTF-8 refuses them, and
 * with them the unit), and more than {@value #MAX_LENGTH} characters.
 */
public final class SafeText {
    /** Maximum length of one value; systemd reads lines of up to 1 MiB. */
    public static final int MAX_LENGTH = 32 * 1024;

    private SafeText() {}

    /** Returns why a line cannot hold a string, as a clause without a full stop; empty if it can. */
    public static Optional<String> problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("it has more than " + MAX_LENGTH + " characters");
        }
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (isForbidden(c)) {
                return Optional.of(String.format(Locale.ROOT, "it contains the character U+%04X", c));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the string itself; a string that a line cannot hold should have been a finding before, so it is an
     * internal fault.
     */
    static String require(String text) {
        problem(text).ifPresent(why -> {
            throw new InternalFault("invalid value in a file: " + why);
        });
        return text;
    }

    /**
     * Returns the string itself if it has no outer whitespace and does not end with a backslash, which would join two
     * lines.
     */
    static String requireFree(String text) {
        require(text);
        if (text.isEmpty() || !text.equals(text.strip()) || text.endsWith("\\")) {
            throw new InternalFault(
                    "invalid value in a file: it is empty, has outer whitespace or ends with a backslash");
        }
        return text;
    }

    private static boolean isForbidden(int c) {
        return c < 0x20
                || c >= 0x7f && c < 0xa0
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c >= 0xd800 && c < 0xe000
                || (c & 0xfffe) == 0xfffe
                || c >= 0xfdd0 && c <= 0xfdef;
    }
}
