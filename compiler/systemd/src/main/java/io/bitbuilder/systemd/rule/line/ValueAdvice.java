package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.HashMap;
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
    private static final Set<String> TARGETS = Set.copyOf(CatalogueTable.lines("units.txt"));
    private static final Map<String, String> FORMS = forms();

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
            Map.entry("dhcp4", "ipv4"),
            Map.entry("dhcp6", "ipv6"),
            Map.entry("v4", "ipv4"),
            Map.entry("v6", "ipv6"),
            Map.entry("none", "no"),
            Map.entry("both", "yes"));

    /** Numbers of the modes of a bond. */
    private static final List<String> BONDS =
            List.of("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb");

    private static final List<UnaryOperator<String>> CORRECTIONS = List.of(
            value -> WORDS.getOrDefault(value, ""),
            value -> value.replaceAll("(?<![\\w/])/var/run(?=/|$)", "/run"),
            value -> value.replaceAll("\\b([0-9.]+)[ ]?([KMGTPE])i?[Bb]\\b", "$1$2"),
            value -> value.replaceAll("[ \t]*,[ \t]*", " "),
            value -> value.replaceFirst("^~/", "%h/"),
            ValueAdvice::quoted,
            value -> CRON.matcher(value).replaceFirst("*-*-* $2:$1:00"),
            value -> value.matches("[0-6]") ? BONDS.get(Integer.parseInt(value)) : "",
            value -> value.toLowerCase(Locale.ROOT),
            value -> value.toUpperCase(Locale.ROOT),
            value -> "SIG" + value,
            value -> "CAP_" + value.toUpperCase(Locale.ROOT));

    private ValueAdvice() {}

    private static Map<String, String> forms() {
        Map<String, String> forms = new HashMap<>();
        CatalogueTable.rows("forms.tsv", 2).forEach(row -> forms.put(row.getFirst(), row.getLast()));
        return Map.copyOf(forms);
    }

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
        return CORRECTIONS.stream()
                .map(correction -> correction.apply(value))
                .filter(other -> !other.isEmpty() && !other.equals(value) && isGood(other, directive, checker))
                .findFirst();
    }

    private static boolean isGood(String value, Directive directive, LineChecker checker) {
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
        return directive.valueClass().startsWith("unit-")
                ? Optional.of(typed(line.value())).filter(value -> isGood(value, directive, checker))
                : Optional.empty();
    }

    private static String typed(String value) {
        return Stream.of(value.split("[ \t,]+"))
                .map(name -> name.indexOf('.') > 0
                        ? name
                        : TARGETS.contains(name + ".target") ? name + ".target" : name + ".service")
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** Returns the form of the values of a directive, {@code yes or no}. */
    static Optional<String> form(Directive directive, LineChecker checker) {
        String name = directive.valueClass();
        // A word that is itself deprecated is no advice.
        List<String> words = keywords(name, checker).stream()
                .filter(word -> isGood(word, directive, checker))
                .toList();
        // Many enumerations take booleans too.
        List<String> all = Stream.concat(
                        Stream.of("yes", "no").filter(word -> isGood(word, directive, checker)), words.stream())
                .distinct()
                .toList();
        if (name.startsWith("bool-or-")) {
            return Optional.of(joined(all) + (words.isEmpty() ? ", or another value of its page" : ""));
        }
        if (!words.isEmpty() && !name.contains("-or-keyword")) {
            return Optional.of(name.contains("list") ? "words among " + joined(words) : joined(all));
        }
        return Stream.of(name, name.replaceFirst("-or-.*$", ""), name.replaceFirst(":.*$", ""))
                .flatMap(key -> Optional.ofNullable(FORMS.get(key)).stream())
                .findFirst()
                .map(form -> words.isEmpty() ? extended(form, name) : form + ", or " + joined(words));
    }

    private static String extended(String form, String name) {
        return name.endsWith("-or-infinity") || name.contains(":infinity") ? form + ", or infinity" : form;
    }

    /** Returns the words that a class of values names itself or by its enumeration. */
    private static List<String> keywords(String valueClass, LineChecker checker) {
        int colon = valueClass.lastIndexOf(':');
        String rest = valueClass.substring(colon + 1);
        if (valueClass.contains("enum")) {
            return checker.catalogue().words(rest).at(checker.target());
        }
        return valueClass.contains("keyword")
                ? Stream.of(rest.split(",")).filter(word -> !word.isEmpty()).toList()
                : List.of();
    }

    private static String joined(List<String> words) {
        int most = 12;
        String shown = String.join(", ", words.subList(0, Math.min(most, words.size())));
        return words.size() > most ? shown + " or others" : shown.replaceFirst(", ([^,]*)$", " or $1");
    }

    /** Returns the word of an enumeration nearest to a value. */
    static Optional<String> nearWord(String value, Directive directive, LineChecker checker) {
        List<String> words = keywords(directive.valueClass(), checker);
        return Suggestions.closest(value, words)
                .filter(near -> !near.equals(value) && isGood(near, directive, checker));
    }
}
