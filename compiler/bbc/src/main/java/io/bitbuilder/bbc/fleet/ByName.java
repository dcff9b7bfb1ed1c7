package io.bitbuilder.bbc.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists sorted by name, for binary search. */
final class ByName {
    private ByName() {}

    static <T> List<T> sorted(List<T> blocks, Function<T, String> name) {
        return blocks.stream().sorted(Comparator.comparing(name)).toList();
    }

    /** Returns the element of that name in a sorted list. */
    static <T> Optional<T> find(List<T> sorted, Function<T, String> name, String wanted) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = name.apply(sorted.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(sorted.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
