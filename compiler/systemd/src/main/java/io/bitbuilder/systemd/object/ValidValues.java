package io.bitbuilder.systemd.object;

import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.value.Booleans;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parsers of single values for rules over trees; invalid values, which have a finding already, are ignored. */
public final class ValidValues {
    private ValidValues() {}

    /** Returns true when the value is a boolean and true. */
    public static boolean isYes(String value) {
        return Booleans.parse(value).toOptional().equals(Optional.of(true));
    }

    /** Returns true when the value is a boolean and false. */
    public static boolean isNo(String value) {
        return Booleans.parse(value).toOptional().equals(Optional.of(false));
    }

    /** Returns the words of a value, without regard to quotes. */
    public static List<String> words(String value) {
        return Arrays.stream(value.split("[ \t]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns a non-negative decimal integer. */
    public static Optional<Long> number(String value) {
        return value.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    /** Returns the place of a part of a value; that of the whole value in a continued line. */
    public static Span part(Assignment line, String text) {
        int at = line.span().text().indexOf(text);
        return at < 0 || text.isEmpty()
                ? line.span()
                : new Span(
                        line.span().file(),
                        line.span().start() + at,
                        line.span().start() + at + text.length());
    }
}
