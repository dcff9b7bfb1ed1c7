package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Positions of the protocol in a text: lines and UTF-16 code units from 0, where each of LF, CR LF and CR ends a line.
 * A position after the end of a line is its end, one after the text the end of the text.
 */
final class TextPositions {
    private final String text;
    private final int[] starts;

    TextPositions(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Returns the offset of a position. */
    int offset(Position position) {
        int line = position.getLine();
        if (line < 0 || position.getCharacter() < 0) {
            return line < 0 ? 0 : line < starts.length ? starts[line] : text.length();
        }
        if (line >= starts.length) {
            return text.length();
        }
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        while (line + 1 < starts.length && end > starts[line] && "\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return (int) Math.min((long) starts[line] + position.getCharacter(), end);
    }

    /** Returns the position of an offset. */
    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, offset - starts[line]);
    }

    /** Returns the range of the whole text. */
    Range whole() {
        return new Range(new Position(0, 0), position(text.length()));
    }

    /** Returns the range of a span; the file may have other line ends than the buffer. */
    static Range range(Span span) {
        return new Range(position(span.file(), span.start()), position(span.file(), span.end()));
    }

    private static Position position(SourceFile file, int offset) {
        int line = file.lineOf(offset);
        return new Position(line - 1, offset - file.offsetOf(line));
    }
}
