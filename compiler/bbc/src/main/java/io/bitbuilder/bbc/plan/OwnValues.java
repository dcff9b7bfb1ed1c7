package io.bitbuilder.bbc.plan;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names, digests and allocated values of the tenant, workload or network of a file: with placeholders in their place,
 * the same change of two workloads is the same text.
 */
final class OwnValues {
    private static final String ID = "[0-9a-f]{64}|[0-9a-f]{32}";

    private final String label;
    private final Map<String, String> placeholders;
    private final Pattern values;

    /**
     * Creates the values of one subject.
     *
     * @param label name of the subject in lists
     * @param placeholders by value
     */
    OwnValues(String label, Map<String, String> placeholders) {
        this.label = label;
        this.placeholders = Map.copyOf(placeholders);
        // The longest first: an address may begin like another one.
        Stream<String> longest = placeholders.keySet().stream()
                .filter(value -> !value.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote);
        this.values = Pattern.compile(Stream.concat(longest, Stream.of(ID))
                .collect(Collectors.joining("|", "(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])")));
    }

    /** Returns the name of the subject. */
    String label() {
        return label;
    }

    /** Returns a text with placeholders for the values. */
    String hide(String text) {
        return values.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(placeholders.getOrDefault(found.group(), "<id>")));
    }
}
