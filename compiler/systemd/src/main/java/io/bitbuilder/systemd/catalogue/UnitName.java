package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;
import java.util.List;

/**
 * Full name of a unit, with its type, not a template: {@code nginx.service}, {@code getty@tty1.service}
 * (systemd.unit(5)).
 */
public record UnitName(String text) implements Comparable<UnitName> {
    private static final int MAX_BYTES = 255;
    private static final List<String> TYPES = List.of(
            "automount", "device", "mount", "path", "scope", "service", "slice", "socket", "swap", "target", "timer");

    /**
     * Returns the name, or why it is invalid. A backslash is allowed only in the form of systemd-escape, {@code \xNN}.
     */
    public static Parsed<UnitName> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !TYPES.contains(text.substring(dot + 1))) {
            return Parsed.bad("it does not end with a unit type: ." + String.join(", .", TYPES));
        }
        if (text.length() > MAX_BYTES) {
            return Parsed.bad("it is longer than " + MAX_BYTES + " bytes");
        }
        String name = text.substring(0, dot);
        int at = name.indexOf('@');
        if (name.isEmpty() || at == 0) {
            return Parsed.bad("the name before the type is empty");
        }
        if (at == name.length() - 1) {
            return Parsed.bad("it is a template and needs an instance after `@`");
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i)) && !isEscape(name, i)) {
                return Parsed.bad("it contains characters other than letters, digits and `: - _ . @`");
            }
        }
        return Parsed.good(new UnitName(text));
    }

    private static boolean isPlain(char c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || ":-_.@".indexOf(c) >= 0;
    }

    private static boolean isEscape(String name, int at) {
        return name.startsWith("\\x", at)
                && at + 3 < name.length()
                && Cursor.hexDigit(name.charAt(at + 2)) >= 0
                && Cursor.hexDigit(name.charAt(at + 3)) >= 0;
    }

    /** Returns the type without its dot: {@code service}. */
    public String type() {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    @Override
    public int compareTo(UnitName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
