package io.bitbuilder.systemd.grammar.common;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Specifiers outside of units: the meaning of {@code %} and a letter in files of tmpfiles.d(5), sysusers.d(5),
 * repart.d(5) and sysupdate.d(5). Values that only the host knows are replaced by a word of the same form.
 */
public enum HostSpecifiers {
    /** Of the machine and its operating system, and the two folders for temporary files. */
    SYSTEM(Map.of()),
    /** Those of tmpfiles.d(5): the folders and the account of the system too. */
    TMPFILES(Map.of(
            'h',
            "/root",
            'C',
            "/var/cache",
            'D',
            "/usr/share",
            'L',
            "/var/log",
            'S',
            "/var/lib",
            't',
            "/run",
            'g',
            "root",
            'G',
            "0",
            'u',
            "root",
            'U',
            "0")),
    /** Those of tmpfiles.d(5) before release 262. */
    TMPFILES_261(Map.of(
            'h',
            "/root",
            'C',
            "/var/cache",
            'L',
            "/var/log",
            'S',
            "/var/lib",
            't',
            "/run",
            'g',
            "root",
            'G',
            "0",
            'u',
            "root",
            'U',
            "0"));

    private static final String OF_HOST = "aABHlqMowW";
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final Map<Character, String> meanings = new HashMap<>();

    HostSpecifiers(Map<Character, String> more) {
        OF_HOST.chars().forEach(c -> meanings.put((char) c, "host_" + (char) c));
        meanings.put('b', ID);
        meanings.put('m', ID);
        meanings.put('v', "6.12.0");
        meanings.put('T', "/tmp");
        meanings.put('V', "/var/tmp");
        meanings.putAll(more);
    }

    /**
     * Returns the string with its specifiers expanded; empty for an unknown letter or digit after {@code %}. Other
     * characters after {@code %}, and a trailing {@code %}, are kept.
     */
    public Optional<String> expand(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '%' || at + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char letter = text.charAt(++at);
            if (letter == '%') {
                out.append('%');
            } else if (meanings.containsKey(letter)) {
                out.append(meanings.get(letter));
            } else if (letter < 128 && Character.isLetterOrDigit(letter)) {
                return Optional.empty();
            } else {
                out.append('%').append(letter);
            }
        }
        return Optional.of(out.toString());
    }
}
