package io.bitbuilder.core.source;

import java.util.Arrays;

/**
 * One decoded file: its path relative to the root of the input ({@code /} as separator), its owner and its text. Lines
 * and columns are computed when a message is printed, by binary search.
 */
public final class SourceFile {
    private final String path;
    private final Owner owner;
    private final String text;
    private final int[] lineStarts;

    /** Creates a file from text that has been decoded and checked. */
    public SourceFile(String path, Owner owner, String text) {
        this.path = path;
        this.owner = owner;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** Returns the path relative to the root, with {@code /}. */
    public String path() {
        return path;
    }

    /** Returns the owner, from the path. */
    public Owner owner() {
        return owner;
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    /** Returns the number of lines, at least 1. */
    public int lines() {
        return lineStarts.length;
    }

    /** Returns the line (from 1) of an offset into the text. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the column (from 1) of an offset, counted in code points. */
    public int columnOf(int offset) {
        int start = lineStarts[lineOf(offset) - 1];
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    /** Returns the offset at which a line (from 1) starts. */
    public int offsetOf(int line) {
        return lineStarts[line - 1];
    }

    /** Returns the text of a line (from 1) without its line end. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns the empty span at the start, for findings about the whole file. */
    public Span start() {
        return new Span(this, 0, 0);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return path;
    }
}
