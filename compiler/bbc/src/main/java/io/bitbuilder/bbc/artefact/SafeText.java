package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Locale;
import java.util.Optional;

/**
 * What no line of an artefact can hold, whatever its format: control characters (systemd ends a line at LF, CR and
 * NUL), Unicode's line ends, surrogates without their other half, code points that Unicode keeps for no character
 * (systemd's check of UTF-8 refuses them, and with them the unit), and more than {@value #MAX_LENGTH} characters.
 */
public final class SafeText {
    /** Most characters of one value; a line of systemd's ends at 1 MiB, ours long before. */
    public static final int MAX_LENGTH = 32 * 1024;

    private SafeText() {}

    /** Why a text can't stand in a line, as a clause without a full stop; empty when it can. */
    public static Optional<String> problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("it has more than " + MAX_LENGTH + " characters");
        }
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (isForbidden(c)) {
                return Optional.of(String.format(Locale.ROOT, "it holds the character U+%04X", c));
            }
        }
        return Optional.empty();
    }

    /**
     * The text itself; a text that can't stand in a line should have been a finding long ago, so it is a fault of ours.
     */
    static String require(String text) {
        problem(text).ifPresent(why -> {
            throw new InternalFault("a value can't be written to a file: " + why);
        });
        return text;
    }

    /**
     * The text itself when it has no blank at either end and does not end with a backslash, which would join two lines.
     */
    static String requireFree(String text) {
        require(text);
        if (text.isEmpty() || !text.equals(text.strip()) || text.endsWith("\\")) {
            throw new InternalFault(
                    "a value can't be written to a file: it is empty, has outer blanks or ends with a backslash");
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
