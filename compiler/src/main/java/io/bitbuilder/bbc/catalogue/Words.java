package io.bitbuilder.bbc.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of one enumeration of systemd.
 *
 * @param booleans true when systemd's booleans are taken too
 * @param max      greatest number that is taken in place of a word, -1 when none is
 */
public record Words(Map<String, Lifespan> words, boolean booleans, long max) {
    private static final Set<String> BOOLEANS = Set.of("1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off");

    /** True when that release takes the text. */
    public boolean accepts(String text, int release) {
        Lifespan lifespan = words.get(text);
        return lifespan != null && lifespan.usedBy(release)
                || booleans && BOOLEANS.contains(text.toLowerCase(Locale.ROOT))
                || isNumber(text);
    }

    private boolean isNumber(String text) {
        return max >= 0 && text.matches("[0-9]{1,18}") && Long.parseLong(text) <= max;
    }

    /** The words that a release knows, sorted. */
    public List<String> at(int release) {
        return words.entrySet().stream().filter(e -> e.getValue().usedBy(release)).map(Map.Entry::getKey).sorted().toList();
    }
}
