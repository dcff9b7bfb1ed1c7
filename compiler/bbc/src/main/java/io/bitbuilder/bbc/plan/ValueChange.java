package io.bitbuilder.bbc.plan;

import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Difference between the values of a directive: those that came and went. Of a changed command line
 * ({@code ExecStart=}) only the words that came and went, with their quotes.
 *
 * @param before what only the earlier values have, joined with commas
 * @param after what only the later values have
 */
record ValueChange(String before, String after) {

    /** Returns the difference of a directive. */
    static ValueChange of(String key, List<String> before, List<String> after) {
        return key.startsWith("Exec")
                ? of(before, after, commands(before), commands(after))
                : of(
                        before,
                        after,
                        before.stream().map(List::of).toList(),
                        after.stream().map(List::of).toList());
    }

    private static ValueChange of(
            List<String> before, List<String> after, List<List<String>> was, List<List<String>> is) {
        List<List<String>> gone = without(was, is);
        List<List<String>> come = without(is, was);
        if (gone.isEmpty() && come.isEmpty()) {
            // Another order, or a reset alone.
            return new ValueChange(String.join(", ", before), String.join(", ", after));
        }
        boolean sameProgram = gone.size() == 1
                && come.size() == 1
                && gone.getFirst().getFirst().equals(come.getFirst().getFirst());
        return sameProgram ? words(gone.getFirst(), come.getFirst()) : new ValueChange(lines(gone), lines(come));
    }

    /** The words that differ; the whole command lines if only their order does. */
    private static ValueChange words(List<String> gone, List<String> come) {
        List<String> went = without(gone, come);
        List<String> came = without(come, gone);
        return went.isEmpty() && came.isEmpty()
                ? new ValueChange(String.join(" ", gone), String.join(" ", come))
                : new ValueChange(String.join(" ", went), String.join(" ", came));
    }

    /** Returns the words of each command; an empty value, which resets the list, is none. */
    private static List<List<String>> commands(List<String> values) {
        return values.stream().map(ValueChange::split).filter(w -> !w.isEmpty()).toList();
    }

    /** Returns the words as they are written; the whole line if systemd could not split it. */
    private static List<String> split(String line) {
        Splitter splitter = Splitter.of(line, Flag.UNQUOTE, Flag.CUNESCAPE, Flag.RELAX);
        List<String> words = new ArrayList<>();
        for (var word = splitter.next(); word.isPresent(); word = splitter.next()) {
            words.add(splitter.written());
        }
        return words;
    }

    /** Returns the elements that a list has more often than another, in order. */
    private static <T> List<T> without(List<T> list, List<T> other) {
        Map<T, Integer> left = new HashMap<>();
        other.forEach(element -> left.merge(element, 1, Integer::sum));
        return list.stream()
                .filter(element -> left.merge(element, -1, Integer::sum) < 0)
                .toList();
    }

    private static String lines(List<List<String>> commands) {
        return String.join(
                ", ", commands.stream().map(words -> String.join(" ", words)).toList());
    }
}
