package io.bitbuilder.systemd.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Words of one enumeration of systemd.
 *
 * @param booleans the spellings of booleans that are allowed too, in lower case
 * @param max greatest number that is allowed instead of a word, -1 when no number is
 */
public record EnumWords(Map<String, Lifespan> words, Set<String> booleans, long max) {

    /** Copies. */
    public EnumWords {
        words = Collections.unmodifiableMap(new TreeMap<>(words));
        booleans = Set.copyOf(booleans);
    }

    /** Spellings of true and false. */
    static final Set<String> BOTH = Set.of("1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off");

    /** Spellings of false, for enumerations without a value for true. */
    static final Set<String> NO = Set.of("0", "no", "n", "false", "f", "off");

    /** Returns whether that release accepts the string. */
    public boolean accepts(String text, int release) {
        Lifespan lifespan = words.get(text);
        return lifespan != null && lifespan.usedBy(release)
                || booleans.contains(text.toLowerCase(Locale.ROOT))
                || isNumber(text);
    }

    private boolean isNumber(String text) {
        return max >= 0 && text.matches("[0-9]{1,18}") && Long.parseLong(text) <= max;
    }

    /** Returns the words that a release knows, with yes and no if it takes booleans, sorted. */
    public List<String> allowed(int release) {
        return Stream.concat(at(release).stream(), Stream.of("no", "yes").filter(booleans::contains))
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the words that a release knows, sorted. */
    public List<String> at(int release) {
        return words.entrySet().stream()
                .filter(e -> e.getValue().usedBy(release))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
