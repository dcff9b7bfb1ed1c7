package io.bitbuilder.bbc.differential;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one side says about a file.
 *
 * @param lines    its words by line number
 * @param unplaced how much it says without a line
 * @param words    those words
 */
record View(SortedMap<Integer, String> lines, int unplaced, String words) {

    /** Collects what a side says. */
    static final class Builder {
        private final SortedMap<Integer, String> lines = new TreeMap<>();
        private final StringBuilder words = new StringBuilder();
        private int unplaced;

        void add(int line, String said) {
            if (line > 0) {
                lines.merge(line, said, (a, b) -> a.contains(b) ? a : a + " | " + b);
            } else {
                unplaced++;
                words.append(words.isEmpty() ? "" : " | ").append(said);
            }
        }

        View build() {
            return new View(lines, unplaced, words.toString());
        }
    }

    boolean complains() {
        return unplaced > 0 || !lines.isEmpty();
    }

    /** Lines that this side names and the other does not. */
    SortedSet<Integer> beyond(View other) {
        SortedSet<Integer> beyond = new TreeSet<>(lines.keySet());
        beyond.removeAll(other.lines().keySet());
        return beyond;
    }

    /** All that it says. */
    String all() {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<Integer, String> line : lines.entrySet()) {
            all.append(line.getKey()).append(": ").append(line.getValue()).append('\n');
        }
        return all.append(words).toString();
    }
}
