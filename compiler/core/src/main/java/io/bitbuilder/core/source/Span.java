package io.bitbuilder.core.source;

import java.util.Comparator;

/**
 * Place in a source file: offsets into its text, in UTF-16 code units.
 *
 * @param file the file
 * @param start offset of the first character, from 0
 * @param end offset after the last character; equal to {@code start} for an empty span
 */
public record Span(SourceFile file, int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> ORDER = Comparator.comparing((Span s) -> s.file.path())
            .thenComparingInt(Span::start)
            .thenComparingInt(Span::end);

    /** Returns the span from the start of this one to the end of the other, which is in the same file. */
    public Span to(Span other) {
        return new Span(file, start, Math.max(end, other.end));
    }

    /** Returns whether the other span is in this one. */
    public boolean contains(Span other) {
        return file.equals(other.file) && start <= other.start && other.end <= end;
    }

    /** Returns the line of the start, from 1. */
    public int line() {
        return file.lineOf(start);
    }

    /** Returns the column of the start, from 1, in code points. */
    public int column() {
        return file.columnOf(start);
    }

    /** Returns the characters that it covers. */
    public String text() {
        return file.text().substring(start, end);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file.path() + ":" + line() + ":" + column();
    }
}
