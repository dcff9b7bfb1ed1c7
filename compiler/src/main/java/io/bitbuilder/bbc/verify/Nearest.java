package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Suggest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Known names near to wrong ones, each looked for once. Comparing costs, so only so many are: a file with more needs other help. */
final class Nearest {
    private static final int MOST = 500;

    private final Map<String, Optional<String>> found = new HashMap<>();

    /**
     * The name nearest to a word.
     *
     * @param place what the candidates are of; the same ones each time
     */
    Optional<String> find(String place, String word, Supplier<? extends Collection<String>> candidates) {
        String key = place + "\0" + word;
        Optional<String> known = found.get(key);
        if (known != null || found.size() >= MOST) {
            return known == null ? Optional.empty() : known;
        }
        Optional<String> near = Suggest.closest(word, candidates.get());
        found.put(key, near);
        return near;
    }
}
