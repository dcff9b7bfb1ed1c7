package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Corrections of values that people write most often. A correction counts only if systemd has no complaint about it, so
 * that it can be tried on every value.
 */
final class ValueAdvice {
    private static final Pattern COMMENT = Pattern.compile("^(.*?)[ \t]+[#;][ \t]?\\S.*$");
    private static final Pattern CRON = Pattern.compile("([0-9]{1,2}) ([0-9]{1,2}) \\* \\* \\*");
    private static final Pattern SPECIFIER = Pattern.compile("%([0-9A-Za-z%])");

    /** Folders of the directives that take relative paths (systemd.exec(5)). */
    private static final Map<String, String> FOLDERS = Map.of(
            "RuntimeDirectory", "/run",
            "StateDirectory", "/var/lib",
            "CacheDirectory", "/var/cache",
            "LogsDirectory", "/var/log",
            "ConfigurationDirectory", "/etc");

    private static final Set<String> TARGETS = Set.copyOf(CatalogueTable.lines("units.txt"));

    /** Words of other programs, or of older releases, for a meaning that systemd has another word for. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("unlimited", "infinity"),
            Map.entry("syslog", "journal"),
            Map.entry("syslog+console", "journal+console"),
            Map.entry("@hourly", "hourly"),
            Map.entry("@daily", "daily"),
            Map.entry("@midnight", "daily"),
            Map.entry("@weekly", "weekly"),
            Map.entry("@monthly", "monthly"),
            Map.entry("@yearly", "yearly"),
            Map.entry("@annually", "yearly"),
            Map.entry("ipv4,ipv6", "both"),
            Map.entry("@system-services", "@system-service"),
            Map.entry("none", "no"),
            Map.entry("-1", "infinity"),
            Map.entry("routeable", "routable"));

    /** Old words for families of addresses. */
    private static final Map<String, String> FAMILIES =
            Map.of("dhcp4", "ipv4", "dhcp6", "ipv6", "v4", "ipv4", "v6", "ipv6", "both", "yes");

    /** Numbers of the modes of a bond. */
    private static final List<String> BONDS =
            List.of("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb");

    /**
     * A correction for values of some classes.
     *
     * @param classes pattern of the classes; systemd must accept the result, and the class must give it a meaning
     */
    private record Correction(Pattern classes, UnaryOperator<String> change) {
        static Correction of(String classes, UnaryOperator<String> change) {
            return new Correction(Pattern.compile(classes), change);
        }
    }

    private static final List<Correction> CORRECTIONS = List.of(
            Correction.of(".*", value -> WORDS.getOrDefault(value, "")),
            Correction.of(".*address_family.*", value -> FAMILIES.getOrDefault(value, "")),
            Correction.of(".*", value -> value.replaceAll("(?<![\\w/])/var/run(?=/|$)", "/run")),
            Correction.of(".*", value -> value.replaceAll("\\b([0-9.]+)[ ]?([KMGTPE])(i?[Bb]|i)\\b", "$1$2")),
            Correction.of(".*", value -> value.replaceAll("[ \t]*,[ \t]*", " ")),
            Correction.of(".*", value -> value.replaceFirst("^~/", "%h/")),
            Correction.of("environment.*", ValueAdvice::quoted),
            Correction.of("exec", value -> value.replaceFirst("^([A-Za-z_]\\w*=[^'%]*)$", "/bin/sh -c '$1'")),
            Correction.of("timer|calendar", value -> CRON.matcher(value).replaceFirst("*-*-* $2:$1:00")),
            Correction.of(".*bond.*", value -> value.matches("[0-6]") ? BONDS.get(Integer.parseInt(value)) : ""),
            Correction.of(".*", value -> value.toLowerCase(Locale.ROOT)),
            Correction.of(".*", value -> value.toUpperCase(Locale.ROOT)),
            Correction.of("capability.*", value -> "CAP_" + value.toUpperCase(Locale.ROOT)));

    private ValueAdvice() {}

    /** Returns the value without a comment behind it, if systemd accepts that. */
    static Optional<String> withoutComment(Assignment line, Directive directive, LineChecker checker) {
        return COMMENT.matcher(line.value())
                .results()
                .map(match -> match.group(1))
                .filter(value -> isGood(value, directive, checker))
                .findFirst();
    }

    /** Returns a value that systemd accepts and that was probably meant. */
    static Optional<String> corrected(Assignment line, Directive directive, LineChecker checker) {
        String value = line.value();
        Stream<String> corrected = CORRECTIONS.stream()
                .filter(correction ->
                        correction.classes().matcher(directive.valueClass()).matches())
                .map(correction -> correction.change().apply(value));
        return Stream.concat(Stream.of(relative(value, directive), percents(value, directive, checker)), corrected)
                .filter(other -> !other.isEmpty() && !other.equals(value) && isGood(other, directive, checker))
                .findFirst();
    }

    /** Returns a path below the folder of the directive relative to it: {@code /run/web} of RuntimeDirectory=. */
    private static String relative(String value, Directive directive) {
        String folder = FOLDERS.getOrDefault(directive.key(), "");
        return folder.isEmpty() ? "" : value.replaceAll("(?<=^|\\s)" + folder + "/", "");
    }

    /** Doubles percent signs that begin no specifier of the release, as in {@code %20} of a URL. */
    private static String percents(String value, Directive directive, LineChecker checker) {
        if (!directive.specifiers()) {
            return "";
        }
        Set<String> letters = checker.catalogue().specifiers("unit", checker.target());
        return SPECIFIER.matcher(value).replaceAll(match -> letters.contains(match.group(1)) ? "$0" : "%$0");
    }

    static boolean isGood(String value, Directive directive, LineChecker checker) {
        return checker.judge(directive, "", value).isEmpty();
    }

    /** Quotes one assignment of a variable whose value has blanks. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z_][A-Za-z0-9_]*=[^\"']*") && value.indexOf('=') == value.lastIndexOf('=')
                ? "\"" + value + "\""
                : "";
    }

    /** Returns names of units with the types that they lack: a target where systemd has one, else a service. */
    static Optional<String> withTypes(Assignment line, Directive directive, LineChecker checker) {
        return directive.valueClass().startsWith("unit-") || directive.section().equals("Install")
                ? Optional.of(typed(line.value(), directive.key().equals("Slice") ? ".slice" : ".service"))
                        .filter(value -> isGood(value, directive, checker))
                : Optional.empty();
    }

    private static String typed(String value, String type) {
        return Stream.of(value.split("[ \t,]+"))
                .map(name -> name.indexOf('.') > 0
                        ? name
                        : TARGETS.contains(name + ".target") ? name + ".target" : name + type)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** Returns the word of an enumeration nearest to a value. */
    static Optional<String> nearWord(String value, Directive directive, LineChecker checker) {
        List<String> words = ValueForms.keywords(directive.valueClass(), checker);
        return Suggestions.closest(value, words)
                .filter(near -> !near.equals(value) && isGood(near, directive, checker));
    }
}
