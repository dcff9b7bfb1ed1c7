package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of units (systemd.unit(5)). */
public final class UnitNames {
    /** The types of units, without their dots. */
    public static final List<String> TYPES = List.of(
            "automount", "device", "mount", "path", "scope", "service", "slice", "socket", "swap", "target", "timer");

    /** Types that have templates. */
    private static final Set<String> TEMPLATES = Set.of("service", "socket", "target", "timer", "path");

    private static final int MAX = 255;

    /** Kind of a unit name. */
    public enum Kind {
        /** {@code a.service}. */
        PLAIN,
        /** {@code a@b.service}. */
        INSTANCE,
        /** {@code a@.service}. */
        TEMPLATE
    }

    private UnitNames() {}

    /** Returns the kind of a name; empty when no unit can have it. */
    public static Optional<Kind> kind(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || name.length() > MAX || !TYPES.contains(name.substring(dot + 1))) {
            return Optional.empty();
        }
        String front = name.substring(0, dot);
        int at = front.indexOf('@');
        if (at == 0 || !front.chars().allMatch(c -> isPlain(c) || c == '@')) {
            return Optional.empty();
        }
        return Optional.of(at < 0 ? Kind.PLAIN : at == dot - 1 ? Kind.TEMPLATE : Kind.INSTANCE);
    }

    /** Returns whether the string is a name that a unit can have, templates too. */
    public static boolean isValid(String name) {
        return kind(name).isPresent();
    }

    /**
     * Returns whether the string is a name that a unit can be loaded by: no template, and an instance only of a type
     * that has templates.
     */
    public static boolean isLoadable(String name) {
        return kind(name)
                .filter(k -> k == Kind.PLAIN
                        || k == Kind.INSTANCE && TEMPLATES.contains(name.substring(name.lastIndexOf('.') + 1)))
                .isPresent();
    }

    /** Returns whether the string is a valid instance name, between {@code @} and the type. */
    public static boolean isInstance(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isPlain(c) || c == '@');
    }

    /** Returns whether the string is a slice's name: no dash at its ends, no two together. */
    public static boolean isSlice(String name) {
        if (name.equals("-.slice")) {
            return true;
        }
        String front = name.endsWith(".slice") ? name.substring(0, name.length() - 6) : "-";
        return kind(name).filter(k -> k == Kind.PLAIN).isPresent()
                && !front.startsWith("-")
                && !front.endsWith("-")
                && !front.contains("--");
    }

    /** Returns the type without its dot; empty when the suffix is not a unit type. */
    public static Optional<String> type(String name) {
        return Optional.of(name.substring(name.lastIndexOf('.') + 1)).filter(TYPES::contains);
    }

    /** Returns the name of the unit of a path, without type: {@code /a/b-c} is {@code a-b\x2dc} (systemd-escape(1)). */
    public static String escapePath(String path) {
        String simple = Paths.simplify(path, false);
        return simple.equals("/") ? "-" : escape(simple.replaceAll("^/+", ""));
    }

    /** Returns a string escaped for a unit name: {@code /} becomes {@code -}, other invalid characters {@code \xNN}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c == '/') {
                escaped.append('-');
            } else if (c == '-' || c == '\\' || !isPlain(c) || c == '.' && escaped.isEmpty()) {
                escaped.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                escaped.append((char) c);
            }
        }
        return escaped.toString();
    }

    /** Parses a part of a name with its escape sequences decoded: {@code -} is {@code /}, {@code \\xNN} is a byte. */
    public static Parsed<String> unescape(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                if (!text.substring(at).matches("(?s)\\\\x[0-9a-fA-F]{2}.*")) {
                    return Parsed.bad(Reason.about(text, "invalid escape sequence in '" + text + "'"));
                }
                bytes.write(Integer.parseInt(text.substring(at + 2, at + 4), 16));
                at += 3;
            } else {
                bytes.writeBytes((c == '-' ? "/" : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Parsed.good(Utf8Text.decode(bytes.toByteArray()));
    }

    private static boolean isPlain(int c) {
        return HostNames.isAlphanumeric(c) || c < 128 && ":-_.\\".indexOf(c) >= 0;
    }
}
