package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms of the values of directives, for advice when no correction is known. */
public final class ValueForms {
    private static final Map<String, String> FORMS = forms();

    private ValueForms() {}

    private static Map<String, String> forms() {
        Map<String, String> forms = new HashMap<>();
        CatalogueTable.rows("forms.tsv", 2).forEach(row -> forms.put(row.getFirst(), row.getLast()));
        return Map.copyOf(forms);
    }

    /** Returns the form of the values of a directive, {@code yes or no}. */
    public static Optional<String> of(Directive directive, LineChecker checker) {
        String name = directive.valueClass();
        // A word that is itself deprecated is no advice.
        List<String> words = keywords(name, checker).stream()
                .filter(word -> ValueAdvice.isGood(word, directive, checker))
                .toList();
        List<String> all = words(directive, checker);
        if (name.startsWith("bool-or-")) {
            return Optional.of(joined(all) + (words.isEmpty() ? ", or another value of its page" : ""));
        }
        if (!words.isEmpty() && !name.contains("-or-keyword")) {
            return Optional.of(name.contains("list") ? "words among " + joined(words) : joined(all));
        }
        return Stream.of(
                        "=" + directive.key(),
                        name,
                        name.replaceFirst("-or-[^-]*$", ""),
                        name.replaceFirst("-or-.*$", ""),
                        name.replaceFirst(":.*$", ""))
                .flatMap(key -> Optional.ofNullable(FORMS.get(key)).stream())
                .findFirst()
                .map(form -> words.isEmpty() ? extended(form, name) : form + ", or " + joined(words));
    }

    /** Returns the words that are values of a directive; many enumerations take booleans too. */
    public static List<String> words(Directive directive, LineChecker checker) {
        List<String> own = keywords(directive.valueClass(), checker);
        boolean some = directive.valueClass().startsWith("bool") || !own.isEmpty();
        return Stream.concat(some ? Stream.of("yes", "no") : Stream.of(), own.stream())
                .filter(word -> ValueAdvice.isGood(word, directive, checker))
                .distinct()
                .toList();
    }

    private static String extended(String form, String name) {
        return name.endsWith("-or-infinity") || name.contains(":infinity") ? form + ", or infinity" : form;
    }

    /** Returns the words that a class of values names itself or by its enumeration. */
    static List<String> keywords(String valueClass, LineChecker checker) {
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
}
