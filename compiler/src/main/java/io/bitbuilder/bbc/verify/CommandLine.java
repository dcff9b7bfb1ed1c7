package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.value.Parsed;
import java.util.List;

/** The words of an Exec line. */
final class CommandLine {
    private CommandLine() {}

    /** The words without quotes, specifiers as they stand; none when they cannot be told apart. */
    static List<String> words(String value) {
        return switch (Splitter.all(value, Splitter.Flag.UNQUOTE, Splitter.Flag.CUNESCAPE, Splitter.Flag.RELAX)) {
            case Parsed.Good<List<String>>(List<String> words) -> words;
            case Parsed.Bad<List<String>> bad -> List.of();
        };
    }

    /** The program of a line, without the signs that may stand before it (systemd.service(5)); nothing when the line is empty. */
    static String program(List<String> words) {
        return words.isEmpty() ? "" : FilePath.name(words.getFirst().replaceFirst("^[-@:+!|]+", ""));
    }
}
