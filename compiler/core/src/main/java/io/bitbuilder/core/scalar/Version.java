package io.bitbuilder.core.scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Version of one to four numbers with dots, compared number by number; {@code 1} and {@code 1.0} differ. */
public record Version(List<Integer> numbers) implements Comparable<Version> {
    private static final int MAX_NUMBERS = 4;

    /** Copies the numbers. */
    public Version {
        numbers = List.copyOf(numbers);
    }

    /** Returns the version, or why it is invalid. */
    public static Parsed<Version> parse(String text) {
        Cursor in = new Cursor(text);
        List<Integer> numbers = new ArrayList<>();
        do {
            long number = in.number(9);
            if (number == Cursor.NONE || numbers.size() == MAX_NUMBERS) {
                return Parsed.bad("a version is one to four numbers without leading zeros, separated by dots");
            }
            numbers.add((int) number);
        } while (in.take('.'));
        return in.atEnd()
                ? Parsed.good(new Version(numbers))
                : Parsed.bad("unexpected `" + in.rest() + "` in a version");
    }

    /** Returns the first number. */
    public int major() {
        return numbers.getFirst();
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
            int c = Integer.compare(numbers.get(i), other.numbers.get(i));
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
