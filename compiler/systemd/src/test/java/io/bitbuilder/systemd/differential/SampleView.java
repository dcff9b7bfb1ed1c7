package io.bitbuilder.systemd.differential;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Verdict of one side on a file.
 *
 * @param lines its words by line number
 * @param unplaced the number of complaints without a line
 * @param words those words
 * @param passedOver lines on which the other side may complain or not, depending on the host
 */
record SampleView(SortedMap<Integer, String> lines, int unplaced, String words, Set<Integer> passedOver) {

    /** Collects the complaints of a side. */
    static final class Builder {
        private final SortedMap<Integer, String> lines = new TreeMap<>();
        private final StringBuilder words = new StringBuilder();
        private final Set<Integer> passedOver = new TreeSet<>();
        private int unplaced;

        void add(int line, String said) {
            if (line > 0) {
                lines.merge(line, said, (a, b) -> a.contains(b) ? a : a + " | " + b);
            } else {
                unplaced++;
                words.append(words.isEmpty() ? "" : " | ").append(said);
            }
        }

        /** The complaint about that line depends on the host. */
        void passOver(int line) {
            passedOver.add(line);
        }

        SampleView build() {
            return new SampleView(lines, unplaced, words.toString(), passedOver);
        }
    }

    boolean complains() {
        return unplaced > 0 || !lines.isEmpty();
    }

    /** Lines that this side names and the other does not. */
    SortedSet<Integer> beyond(SampleView other) {
        SortedSet<Integer> beyond = new TreeSet<>(lines.keySet());
        beyond.removeAll(other.lines().keySet());
        beyond.removeAll(other.passedOver());
        return beyond;
    }

    /** Returns all complaints. */
    String all() {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<Integer, String> line : lines.entrySet()) {
            all.append(line.getKey()).append(": ").append(line.getValue()).append('\n');
        }
        return all.append(words).toString();
    }
}
