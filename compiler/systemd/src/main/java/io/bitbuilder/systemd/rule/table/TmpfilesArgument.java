package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.catalogue.Feature;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import io.bitbuilder.systemd.value.UserNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Argument column of tmpfiles.d(5), for types that prescribe its form. */
final class TmpfilesArgument {
    /** The types {@code k} and {@code K}. */
    static final Feature CAPABILITIES = Feature.of("tmpfiles-capabilities");

    private static final Pattern DEVICE = Pattern.compile("([0-9]{1,19}):([0-9]{1,9})");
    private static final int MAX_MAJOR = (1 << 12) - 1;
    private static final int MAX_MINOR = (1 << 20) - 1;
    private static final Pattern ATTRIBUTES = Pattern.compile("=[ASDacdeijsutTCP]*|[+-]?[ASDacdeijsutTCP]+");
    private static final Pattern ACL = Pattern.compile("(?:(?:default|d):)?\\s*(?:(?:user|u|group|g)\\s*:(?<name>[^:]*)"
            + "|(?:mask|m|other|o)\\s*:\\s*):(?<rights>[rwxX-]{1,3})\\s*");
    private static final Pattern REPEATED = Pattern.compile(".*([rwxX]).*\\1.*");
    private static final Pattern ID = Pattern.compile("\\s*(?:[+-]?[0-9]{1,9}|\\+?[0-9]{10}|0[xX][0-9a-fA-F]{1,8})");
    private static final IntRange NUMBERS = new IntRange(0, 62);
    private static final Pattern FLAGS = Pattern.compile("[eip]*");

    private TmpfilesArgument() {}

    /** Returns the complaints about an argument, which is not empty where the type requires one. */
    static List<Complaint> judge(char type, String argument) {
        return switch (type) {
            case 'b', 'c' ->
                isDevice(argument)
                        ? List.of()
                        : ignored("invalid device number '" + argument + "' (expected major:minor)");
            case 't', 'T' -> attributes(argument);
            case 'a', 'A' -> acl(argument) ? List.of() : ignored("invalid ACL '" + argument + "'");
            case 'k', 'K' -> capabilities(argument);
            case 'h', 'H' ->
                ATTRIBUTES.matcher(argument).matches()
                        ? List.of()
                        : ignored("missing or unknown file attributes in '" + argument + "'");
            case 'C', 'L', 'f', 'F', 'w' ->
                Escapes.undo(argument, false) instanceof Parsed.Good
                        ? List.of()
                        : ignored("invalid escape sequence in the argument");
            default -> List.of();
        };
    }

    private static List<Complaint> ignored(String reason) {
        return List.of(Complaint.ignored(reason));
    }

    private static boolean isDevice(String text) {
        Matcher matcher = DEVICE.matcher(text);
        return matcher.matches()
                && Double.parseDouble(matcher.group(1)) <= MAX_MAJOR
                && Long.parseLong(matcher.group(2)) <= MAX_MINOR;
    }

    /** Checks extended attributes: words {@code name=value}. */
    private static List<Complaint> attributes(String argument) {
        List<Complaint> complaints = new ArrayList<>();
        Splitter words = Splitter.of(argument, Flag.UNQUOTE, Flag.CUNESCAPE);
        for (Optional<Parsed<String>> word = words.next(); word.isPresent(); word = words.next()) {
            attribute(word.get()).ifPresent(reason -> complaints.add(Complaint.part(reason)));
        }
        return complaints;
    }

    /** Returns why an attribute is invalid. */
    private static Optional<String> attribute(Parsed<String> word) {
        return switch (word) {
            case Parsed.Bad<String>(Reason reason) -> Optional.of(reason.words());
            case Parsed.Good<String>(String text) ->
                text.indexOf('=') > 0 && text.indexOf('=') < text.length() - 1
                        ? Optional.empty()
                        : Optional.of("invalid extended attribute '" + text + "' (expected name=value)");
        };
    }

    private static boolean acl(String argument) {
        for (String entry : argument.split(",")) {
            if (!entry.isEmpty() && !rule(entry)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the string is an entry such as {@code user:name:rwx} (acl(5)), each permission at most once. */
    private static boolean rule(String entry) {
        Matcher matcher = ACL.matcher(entry);
        if (!matcher.matches() || REPEATED.matcher(matcher.group("rights")).matches()) {
            return false;
        }
        String name = matcher.group("name");
        return name == null
                || name.isEmpty()
                || TmpfilesFields.isAccount(name)
                || ID.matcher(name).matches() && !name.strip().equals("4294967295");
    }

    /**
     * Checks file capabilities: words {@code names=flags}, {@code names+flags}, {@code names-flags} and
     * {@code rootuid=number}.
     */
    private static List<Complaint> capabilities(String argument) {
        Optional<List<String>> words =
                Splitter.all(argument, Flag.UNQUOTE, Flag.RELAX).toOptional();
        if (words.isEmpty()) {
            return ignored("trailing backslash in the argument");
        }
        for (String word : words.get()) {
            if (!isCapabilities(word)) {
                return ignored("invalid file capabilities '" + word + "'");
            }
        }
        return List.of();
    }

    private static boolean isCapabilities(String word) {
        int at = 0;
        while (at < word.length() && "=+-".indexOf(word.charAt(at)) < 0) {
            at++;
        }
        if (at == word.length()) {
            return false;
        }
        String names = word.substring(0, at);
        String value = word.substring(at + 1);
        if (word.charAt(at) == '=' && names.equals("rootuid")) {
            return UserNames.id(value) instanceof Parsed.Good;
        }
        return FLAGS.matcher(value).matches()
                && Splitter.by(",", names).rest().toOptional().orElse(List.of()).stream()
                        .allMatch(TmpfilesArgument::isCapability);
    }

    private static boolean isCapability(String name) {
        return name.equals("all")
                || Capabilities.all().contains(name.toUpperCase(Locale.ROOT))
                || Numbers.integer(name, NUMBERS) instanceof Parsed.Good;
    }
}
