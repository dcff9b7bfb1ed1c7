package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Suggestions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Suggestions for misspelt names, each computed once. Comparing is expensive, so that only the first 500 names get one.
 */
public final class NearNames {
    private static final int MOST = 500;

    /** A search for the nearest name. */
    @FunctionalInterface
    private interface Search {
        Optional<String> run();
    }

    private final Map<String, Optional<String>> found = new HashMap<>();

    /**
     * Returns the name nearest to a word.
     *
     * @param place name of the set of candidates, which is the same each time
     */
    public Optional<String> find(String place, String word, Supplier<? extends Collection<String>> candidates) {
        return find(place, word, () -> Suggestions.closest(word, candidates.get()));
    }

    /** Returns the name nearest to a word, if at most one character in five differs. */
    public Optional<String> findClose(String place, String word, Supplier<? extends Collection<String>> candidates) {
        return find(
                place,
                word,
                () -> Suggestions.closest(word, candidates.get()).filter(near -> Suggestions.isClose(word, near)));
    }

    private Optional<String> find(String place, String word, Search search) {
        String key = place + "\0" + word;
        Optional<String> known = found.get(key);
        if (known != null || found.size() >= MOST) {
            return known == null ? Optional.empty() : known;
        }
        Optional<String> near = search.run();
        found.put(key, near);
        return near;
    }
}
