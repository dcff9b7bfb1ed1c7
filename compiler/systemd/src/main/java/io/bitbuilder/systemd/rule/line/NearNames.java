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

    private final Map<String, Optional<String>> found = new HashMap<>();

    /**
     * Returns the name nearest to a word.
     *
     * @param place name of the set of candidates, which is the same each time
     */
    public Optional<String> find(String place, String word, Supplier<? extends Collection<String>> candidates) {
        String key = place + "\0" + word;
        Optional<String> known = found.get(key);
        if (known != null || found.size() >= MOST) {
            return known == null ? Optional.empty() : known;
        }
        Optional<String> near = Suggestions.closest(word, candidates.get());
        found.put(key, near);
        return near;
    }
}
