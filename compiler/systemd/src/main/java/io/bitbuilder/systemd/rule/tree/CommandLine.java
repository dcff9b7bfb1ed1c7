package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.value.Splitter;
import java.util.List;

/** Words of a command line such as {@code ExecStart=}. */
final class CommandLine {
    private CommandLine() {}

    /** Returns the words without quotes, specifiers unexpanded; empty when the quotes do not match. */
    static List<String> words(String value) {
        return switch (Splitter.all(value, Splitter.Flag.UNQUOTE, Splitter.Flag.CUNESCAPE, Splitter.Flag.RELAX)) {
            case Parsed.Good<List<String>>(List<String> words) -> words;
            case Parsed.Bad<List<String>> bad -> List.of();
        };
    }

    /** Returns the name of the program, without the prefixes of systemd.service(5); empty when the line is empty. */
    static String program(List<String> words) {
        return words.isEmpty() ? "" : FilePath.name(words.getFirst().replaceFirst("^[-@:+!|]+", ""));
    }
}
