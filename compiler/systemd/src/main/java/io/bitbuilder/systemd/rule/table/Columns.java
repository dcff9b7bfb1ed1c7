package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns of a line.
 *
 * @param words the first ones, with an empty string for each missing one
 * @param given number of columns that the line has
 * @param rest the line after them
 */
record Columns(List<String> words, int given, String rest) {

    /** Copies the collections. */
    Columns {
        words = List.copyOf(words);
    }

    /** Splits off that many columns, or returns why the line cannot be split. */
    static Parsed<Columns> read(String line, int count, Splitter.Flag... flags) {
        Splitter splitter = Splitter.of(line, flags);
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            Optional<Parsed<String>> next = splitter.next();
            if (next.isEmpty()) {
                break;
            }
            switch (next.get()) {
                case Parsed.Good<String>(String word) -> words.add(word);
                case Parsed.Bad<String>(Reason reason) -> {
                    return Parsed.bad(reason);
                }
            }
        }
        int given = words.size();
        while (words.size() < count) {
            words.add("");
        }
        return Parsed.good(new Columns(words, given, splitter.tail().orElse("")));
    }

    String get(int column) {
        return words.get(column);
    }
}
