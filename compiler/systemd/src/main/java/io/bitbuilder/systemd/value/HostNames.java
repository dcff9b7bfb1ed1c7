package io.bitbuilder.systemd.value;

import java.util.Arrays;
import java.util.Set;

/** Host names of Linux, and names of the DNS, which may hold almost anything. */
public final class HostNames {
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;
    private static final int MAX_HOSTNAME = 64;

    /** Forms that are allowed beyond plain host names. */
    public enum Flag {
        /** A dot at the end, when there are two parts at least. */
        TRAILING_DOT,
        /** The name {@code .host}, which is the machine itself. */
        DOT_HOST,
        /** Question marks, which are filled in later. */
        QUESTION_MARK,
        /** A dollar sign, a placeholder for a word. */
        WORD_TOKEN
    }

    private HostNames() {}

    /** Returns whether the string is a host name: at most 64 bytes, parts of letters, digits and inner {@code -}. */
    public static boolean isHostname(String name, Flag... flags) {
        Set<Flag> wishes = Set.of(flags);
        if (name.equals(".host")) {
            return wishes.contains(Flag.DOT_HOST);
        }
        if (name.isEmpty() || name.length() > MAX_HOSTNAME) {
            return false;
        }
        boolean dot = name.endsWith(".")
                && wishes.contains(Flag.TRAILING_DOT)
                && name.chars().filter(c -> c == '.').count() >= 2;
        String more = (wishes.contains(Flag.QUESTION_MARK) ? "?" : "") + (wishes.contains(Flag.WORD_TOKEN) ? "$" : "");
        String bare = dot ? name.substring(0, name.length() - 1) : name;
        return Arrays.stream(bare.split("\\.", -1)).allMatch(part -> isHostPart(part, more));
    }

    private static boolean isHostPart(String part, String more) {
        return !part.isEmpty()
                && !part.startsWith("-")
                && !part.endsWith("-")
                && part.chars().allMatch(c -> isAlphanumeric(c) || c == '-' || more.indexOf(c) >= 0);
    }

    /** Returns whether the character is an ASCII letter or digit. */
    static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /**
     * Returns whether the string is a name of the DNS with escapes {@code \.}, {@code \\} and {@code \DDD}; the empty
     * one and {@code .} are the root.
     */
    public static boolean isDnsName(String name) {
        int total = 0;
        int label = 0;
        for (int at = 0; at < name.length(); ) {
            if (name.charAt(at) == '.') {
                if (label == 0 && !(name.equals("."))) {
                    return false;
                }
                total += label + (total > 0 ? 1 : 0);
                label = 0;
                at++;
                continue;
            }
            int length = character(name, at);
            if (length == 0) {
                return false;
            }
            label += name.charAt(at) == '\\' ? 1 : Utf8Text.length(name.substring(at, at + length));
            if (label > MAX_LABEL) {
                return false;
            }
            at += length;
        }
        return total + (label > 0 && total > 0 ? 1 : 0) + label <= MAX_NAME;
    }

    /** Returns the length of the character or escape sequence at an offset, 0 when it is not allowed. */
    private static int character(String name, int at) {
        char c = name.charAt(at);
        if (c != '\\') {
            return c < ' ' || c == 127 ? 0 : Character.charCount(name.codePointAt(at));
        }
        String rest = name.substring(at + 1);
        if (rest.startsWith("\\") || rest.startsWith(".")) {
            return 2;
        }
        return rest.matches("(?s)([01][0-9][0-9]|2[0-4][0-9]|25[0-5]).*") ? 4 : 0;
    }
}
