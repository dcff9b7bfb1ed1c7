package io.bitbuilder.bbc.plan;

import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Difference between the commands of a directive such as {@code ExecStart=}: of a changed command the words that came
 * and went, with their quotes; of others the whole line. Empty values, which reset the list, are not shown.
 *
 * @param before what only the earlier commands have
 * @param after what only the later commands have
 */
record CommandChange(String before, String after) {

    /** Returns whether the values of the directive are commands. */
    static boolean isIn(String key) {
        return key.startsWith("Exec");
    }

    static CommandChange of(List<String> before, List<String> after) {
        List<List<String>> was = commands(before);
        List<List<String>> is = commands(after);
        List<List<String>> gone = without(was, is);
        List<List<String>> come = without(is, was);
        if (gone.isEmpty() && come.isEmpty()) {
            // Another order, or a reset alone.
            return new CommandChange(String.join(", ", before), String.join(", ", after));
        }
        boolean sameProgram = gone.size() == 1
                && come.size() == 1
                && gone.getFirst().getFirst().equals(come.getFirst().getFirst());
        return sameProgram ? words(gone.getFirst(), come.getFirst()) : new CommandChange(lines(gone), lines(come));
    }

    /** The words that differ; the whole command lines if only their order does. */
    private static CommandChange words(List<String> gone, List<String> come) {
        List<String> went = without(gone, come);
        List<String> came = without(come, gone);
        return went.isEmpty() && came.isEmpty()
                ? new CommandChange(String.join(" ", gone), String.join(" ", come))
                : new CommandChange(String.join(" ", went), String.join(" ", came));
    }

    private static List<List<String>> commands(List<String> values) {
        return values.stream()
                .map(CommandChange::split)
                .filter(w -> !w.isEmpty())
                .toList();
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
