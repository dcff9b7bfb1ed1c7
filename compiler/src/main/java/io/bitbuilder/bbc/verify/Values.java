package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads values of lines that others have judged: what cannot be read is passed over here. */
final class Values {
    private Values() {}

    static boolean isYes(String value) {
        return Booleans.parse(value).toOptional().equals(Optional.of(true));
    }

    static boolean isNo(String value) {
        return Booleans.parse(value).toOptional().equals(Optional.of(false));
    }

    /** The words of a value, without regard to quotes. */
    static List<String> words(String value) {
        return Arrays.stream(value.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** A whole number from 0 up, in decimal. */
    static Optional<Long> number(String value) {
        return value.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    /** Where a part of a value stands; the whole value when the line was joined from several. */
    static Span part(Assignment line, String text) {
        int at = line.span().text().indexOf(text);
        return at < 0 || text.isEmpty() ? line.span() : new Span(line.span().file(), line.span().start() + at, line.span().start() + at + text.length());
    }
}
