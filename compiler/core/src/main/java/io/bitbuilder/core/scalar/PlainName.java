package io.bitbuilder.core.scalar;

import java.util.Set;

/** Parses names of the language and of Linux. Each parser returns the text itself: a name has only one spelling. */
public final class PlainName {
    /** Longest name of a tenant, host, workload, network or volume, and of a field, in bytes. */
    public static final int MAX_BYTES = 63;

    /** Longest name of a network interface in bytes (IFNAMSIZ without its zero byte). */
    public static final int MAX_INTERFACE_BYTES = 15;

    /** Longest host name of Linux in bytes (HOST_NAME_MAX). */
    public static final int MAX_HOSTNAME_BYTES = 64;

    private static final Set<String> SYSCTL_NAMES = Set.of("all", "default");

    private PlainName() {}

    /**
     * Parses a name that becomes part of a file, unit or interface name: {@code [a-z]([a-z0-9-]*[a-z0-9])?}, no
     * {@code --}.
     */
    public static Parsed<String> parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Cursor.isLower(c) && !Cursor.isDigit(c) && c != '-') {
                return Parsed.bad(
                        Cursor.isLetter(c)
                                ? "it has an upper-case letter"
                                : "it contains characters other than a-z, 0-9 and `-`");
            }
        }
        if (text.contains("--")) {
            return Parsed.bad("it contains `--`");
        }
        return edges(text, text.isEmpty() || !Cursor.isLower(text.charAt(0)), "a lower-case letter");
    }

    /** Parses a name of a field, profile, type or local: {@code [A-Za-z][A-Za-z0-9_-]*} without trailing {@code -}. */
    public static Parsed<String> parseIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Cursor.isLetter(c) && !Cursor.isDigit(c) && c != '-' && c != '_') {
                return Parsed.bad("it contains characters other than letters, digits, `_` and `-`");
            }
        }
        return edges(text, text.isEmpty() || !Cursor.isLetter(text.charAt(0)), "a letter");
    }

    private static Parsed<String> edges(String text, boolean badStart, String start) {
        if (text.isEmpty()) {
            return Parsed.bad("it is empty");
        }
        if (badStart) {
            return Parsed.bad("it does not begin with " + start);
        }
        if (text.endsWith("-")) {
            return Parsed.bad("it ends with `-`");
        }
        return text.length() > MAX_BYTES ? Parsed.bad("it is longer than " + MAX_BYTES + " bytes") : Parsed.good(text);
    }

    /**
     * Parses a host name valid in Linux and DNS (RFC 1123): labels of lower-case letters, digits and inner {@code -},
     * with dots.
     */
    public static Parsed<String> parseHostname(String text) {
        if (text.isEmpty()) {
            return Parsed.bad("it is empty");
        }
        if (text.length() > MAX_HOSTNAME_BYTES) {
            return Parsed.bad("it is longer than " + MAX_HOSTNAME_BYTES + " bytes");
        }
        String last = "";
        for (String label : text.split("\\.", -1)) {
            if (label.isEmpty()) {
                return Parsed.bad("it has an empty label between dots");
            }
            if (!isLabel(label)) {
                return Parsed.bad("the label `" + label + "` contains characters other than a-z, 0-9 and inner `-`");
            }
            last = label;
        }
        return last.chars().allMatch(Cursor::isDigit)
                ? Parsed.bad("it could be read as an IP address")
                : Parsed.good(text);
    }

    private static boolean isLabel(String label) {
        return label.length() <= MAX_BYTES
                && label.chars().allMatch(c -> Cursor.isLower(c) || Cursor.isDigit(c) || c == '-')
                && !label.startsWith("-")
                && !label.endsWith("-");
    }

    /** Parses a level of extensions: a-z, 0-9, {@code . _ -} (SYSEXT_LEVEL= of os-release(5)). */
    public static Parsed<String> parseLevel(String text) {
        if (text.isEmpty()) {
            return Parsed.bad("it is empty");
        }
        if (text.length() > MAX_BYTES) {
            return Parsed.bad("it is longer than " + MAX_BYTES + " bytes");
        }
        return text.chars().allMatch(c -> Cursor.isLower(c) || Cursor.isDigit(c) || c == '.' || c == '_' || c == '-')
                ? Parsed.good(text)
                : Parsed.bad("it contains characters other than a-z, 0-9, `.`, `_` and `-`");
    }

    /**
     * Parses a name of a network interface: at most 15 bytes, a letter first, then letters, digits, {@code . _ -}.
     * Narrower than the kernel's rule (dev_valid_name) and systemd's (ifname_valid), which also refuse {@code all} and
     * {@code default}.
     */
    public static Parsed<String> parseInterface(String text) {
        if (text.length() > MAX_INTERFACE_BYTES) {
            return Parsed.bad("it is longer than " + MAX_INTERFACE_BYTES + " bytes, the maximum of the kernel");
        }
        if (text.isEmpty() || !Cursor.isLetter(text.charAt(0))) {
            return Parsed.bad("it does not begin with a letter");
        }
        if (!text.chars().allMatch(c -> Cursor.isLetter(c) || Cursor.isDigit(c) || c == '.' || c == '_' || c == '-')) {
            return Parsed.bad("it contains characters other than letters, digits, `.`, `_` and `-`");
        }
        return SYSCTL_NAMES.contains(text) ? Parsed.bad("it is reserved by sysctl") : Parsed.good(text);
    }
}
