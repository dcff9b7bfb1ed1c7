package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads values of lines that others have judged: what cannot be read is passed over here. */
final class Texts {
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "t", "on");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "f", "off");

    private Texts() {}

    static boolean isYes(String value) {
        return YES.contains(value.toLowerCase(Locale.ROOT));
    }

    static boolean isNo(String value) {
        return NO.contains(value.toLowerCase(Locale.ROOT));
    }

    /** True when the last such line says yes. */
    static boolean isYes(Loaded object, String section, String key) {
        return object.last(section, key).filter(a -> isYes(a.value())).isPresent();
    }

    /** The words of a value, without regard to quotes. */
    static List<String> words(String value) {
        return Arrays.stream(value.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** The lines of a list: an empty one takes back those before it. */
    static List<Assignment> list(Loaded object, String section, String key) {
        List<Assignment> lines = new ArrayList<>();
        for (Assignment line : object.all(section, key)) {
            if (line.value().isEmpty()) {
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A whole number from 0 up, in decimal. */
    static Optional<Long> number(String value) {
        return value.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }
}
