package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.UnitNames;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Specifiers of units (systemd.unit(5), "Specifiers"). Values that only the host knows are replaced by typical ones, so
 * that the rest of the value can be judged.
 */
public final class UnitSpecifiers {
    /** Characters of a path. */
    public static final int PATH = 4095;

    /** Characters of a descriptor's or credential's name. */
    public static final int NAME = 255;

    /** Characters of a line. */
    public static final int LINE = 1 << 20;

    private static final int UNIT = 256;
    private static final String UNSET = "";
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String OLD = "crR";

    /** Specifiers that do not depend on the unit, allowed in unit names too. */
    private static final Map<Character, String> HOST = Map.ofEntries(
            Map.entry('a', "x86-64"),
            Map.entry('A', UNSET),
            Map.entry('b', ID),
            Map.entry('B', UNSET),
            Map.entry('H', "host"),
            Map.entry('l', "host"),
            Map.entry('q', "host"),
            Map.entry('m', ID),
            Map.entry('M', UNSET),
            Map.entry('o', "debian"),
            Map.entry('v', "6.12.0"),
            Map.entry('w', UNSET),
            Map.entry('W', UNSET),
            Map.entry('g', "root"),
            Map.entry('G', "0"),
            Map.entry('u', "root"),
            Map.entry('U', "0"));

    /** Specifiers that do not depend on the unit, for all other values. */
    private static final Map<Character, String> FOLDERS = Map.ofEntries(
            Map.entry('C', "/var/cache"),
            Map.entry('D', "/usr/share"),
            Map.entry('E', "/etc"),
            Map.entry('L', "/var/log"),
            Map.entry('S', "/var/lib"),
            Map.entry('t', "/run"),
            Map.entry('T', "/tmp"),
            Map.entry('V', "/var/tmp"),
            Map.entry('h', "/root"),
            Map.entry('s', "/bin/sh"),
            Map.entry('c', "/system.slice"),
            Map.entry('r', "/system.slice"),
            Map.entry('R', "/"),
            Map.entry('Y', "/etc/systemd/system"));

    private UnitSpecifiers() {}

    /**
     * Checks the expanded value; systemd ignores the line for an unknown specifier or an expansion that is too long.
     */
    public static List<Complaint> in(String value, ValueContext context, int most, Complaints.WordCheck judge) {
        return switch (expand(value, context, most)) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String text) -> Complaints.both(advice(value), judge.apply(text));
        };
    }

    /** Returns the value with the specifiers of all directives but those that name units. */
    public static Parsed<String> expand(String value, ValueContext context, int most) {
        return new Expansion(context.file(), false, most).of(value);
    }

    /** Returns a path in the unit of that name with its specifiers expanded; unchanged if a specifier is unknown. */
    public static String path(String value, String unit) {
        return new Expansion(unit, false, PATH).of(value).toOptional().orElse(value);
    }

    /** Returns the value with the specifiers of names of units. */
    public static Parsed<String> name(String value, ValueContext context) {
        return new Expansion(context.file(), true, UNIT).of(value);
    }

    /** Returns warnings about deprecated specifiers. */
    public static List<Complaint> advice(String value) {
        for (int at = value.indexOf('%'); at >= 0 && at + 1 < value.length(); at = value.indexOf('%', at + 2)) {
            if (OLD.indexOf(value.charAt(at + 1)) >= 0) {
                return Complaints.used(Reason.about(
                        value.substring(at, at + 2),
                        "the specifier %" + value.charAt(at + 1) + " is deprecated and misleading"));
            }
        }
        return List.of();
    }

    /** One expansion. */
    private record Expansion(String file, boolean names, int most) {

        Parsed<String> of(String value) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < value.length(); at++) {
                char c = value.charAt(at);
                if (c != '%' || at + 1 == value.length()) {
                    text.append(c);
                    continue;
                }
                char letter = value.charAt(++at);
                if (letter == '%') {
                    text.append('%');
                } else if (isLetterOrDigit(letter)) {
                    Optional<String> meaning = meaning(letter);
                    if (meaning.isEmpty()) {
                        return Parsed.bad(Reason.about(
                                "%" + letter, "unknown specifier '%" + letter + "' (write %% for a percent sign)"));
                    }
                    text.append(meaning.get());
                } else {
                    text.append('%').append(letter);
                }
            }
            return Utf8Text.length(text.toString()) <= most
                    ? Parsed.good(text.toString())
                    : Parsed.bad("longer than " + most + " bytes after specifier expansion");
        }

        private Optional<String> meaning(char letter) {
            String host = HOST.get(letter);
            if (host != null) {
                return Optional.of(host);
            }
            Map<Character, Optional<String>> unit = unit();
            return unit.containsKey(letter)
                    ? unit.get(letter)
                    : Optional.ofNullable(names ? null : FOLDERS.get(letter));
        }

        private Map<Character, Optional<String>> unit() {
            String bare = file.lastIndexOf('.') < 0 ? file : file.substring(0, file.lastIndexOf('.'));
            int at = bare.indexOf('@');
            String prefix = at < 0 ? bare : bare.substring(0, at);
            String instance = at < 0 ? "" : at == bare.length() - 1 ? "instance" : bare.substring(at + 1);
            String last = prefix.substring(prefix.lastIndexOf('-') + 1);
            Map<Character, Optional<String>> map = new HashMap<>();
            map.put('i', Optional.of(instance));
            map.put('j', Optional.of(last));
            map.put('n', Optional.of(file));
            map.put('N', Optional.of(bare));
            map.put('p', Optional.of(prefix));
            if (!names) {
                map.put('I', unescape(instance));
                map.put('J', unescape(last));
                map.put('P', unescape(prefix));
                map.put('f', path(instance.isEmpty() ? bare : instance));
                map.put('d', Optional.of("/run/credentials/" + file));
                map.put('y', Optional.of("/etc/systemd/system/" + file));
            }
            return map;
        }

        private static Optional<String> unescape(String text) {
            return UnitNames.unescape(text).toOptional();
        }

        private static Optional<String> path(String text) {
            return text.equals("-")
                    ? Optional.of("/")
                    : unescape(text)
                            .filter(t -> !t.isEmpty() && !t.startsWith("/") && !t.endsWith("/"))
                            .map(t -> "/" + t)
                            .filter(Paths::isNormalized);
        }

        private static boolean isLetterOrDigit(char c) {
            return c < 128 && Character.isLetterOrDigit(c);
        }
    }
}
