package io.bitbuilder.systemd.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** The lines of a file that is being changed; one byte a character. */
final class EditableFile {
    private final List<String> lines;
    private final SplittableRandom random;
    private String lineEnd = "\n";
    private boolean endsOpen;

    EditableFile(String text, SplittableRandom random) {
        this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        this.random = random;
    }

    List<String> lines() {
        return lines;
    }

    SplittableRandom random() {
        return random;
    }

    String text() {
        return String.join(lineEnd, lines) + (endsOpen || lines.isEmpty() ? "" : lineEnd);
    }

    /** Line end of all further lines. */
    void lineEnd(String end) {
        lineEnd = end;
    }

    /** No line end after the last line. */
    void endOpen() {
        endsOpen = true;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some line that assigns, outside comments. */
    Optional<Integer> assignment() {
        return some(line -> line.indexOf('=') > 0
                && !line.strip().startsWith("#")
                && !line.strip().startsWith(";")
                && !line.startsWith("["));
    }

    /** Some header of a section. */
    Optional<Integer> header() {
        return some(line -> line.startsWith("["));
    }

    /** Some line at all. */
    Optional<Integer> any() {
        return some(line -> true);
    }

    String key(int line) {
        return lines.get(line).substring(0, lines.get(line).indexOf('='));
    }

    String value(int line) {
        return lines.get(line).substring(lines.get(line).indexOf('=') + 1);
    }

    void assign(int line, String key, String value) {
        lines.set(line, key + "=" + value);
    }

    /** Index after the last line of the section that begins there. */
    int endOfSection(int header) {
        for (int n = header + 1; n < lines.size(); n++) {
            if (lines.get(n).startsWith("[")) {
                return n;
            }
        }
        return lines.size();
    }

    /** The word with one letter doubled, left out, changed or swapped with the next. */
    String typo(String word) {
        if (word.length() < 2) {
            return word + "x";
        }
        int at = random.nextInt(word.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    /** The word in another case. */
    String otherCase(String word) {
        return switch (random.nextInt(3)) {
            case 0 -> word.toLowerCase(Locale.ROOT);
            case 1 -> word.toUpperCase(Locale.ROOT);
            default -> word.isEmpty() ? word : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
        };
    }

    private Optional<Integer> some(java.util.function.Predicate<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            if (wanted.test(lines.get(n))) {
                found.add(n);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(pick(found));
    }
}
