package io.bitbuilder.systemd.conf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits bytes into lines as systemd's read_line() does: LF, CR and NUL each end a line; an LF and a CR next to each
 * other, with or without a NUL after them, are one line end.
 */
final class LineSplitter {
    /** Replaces bytes that are not UTF-8. */
    static final char REPLACEMENT = '\uFFFD';

    private static final int ZERO = 1;
    private static final int FEED = 2;
    private static final int RETURN = 4;

    private final byte[] bytes;
    private final List<PhysicalLine> lines = new ArrayList<>();

    private LineSplitter(byte[] bytes) {
        this.bytes = bytes;
    }

    static List<PhysicalLine> of(byte[] bytes) {
        LineSplitter lines = new LineSplitter(bytes);
        int at = 0;
        while (at < bytes.length) {
            at = lines.line(at);
        }
        return List.copyOf(lines.lines);
    }

    private int line(int start) {
        int end = start;
        while (end < bytes.length && mark(bytes[end]) == 0) {
            end++;
        }
        lines.add(decode(bytes, start, end));
        int seen = 0;
        int next = end;
        while (next < bytes.length && (seen & ZERO) == 0 && mark(bytes[next]) != 0 && (seen & mark(bytes[next])) == 0) {
            seen |= mark(bytes[next]);
            next++;
        }
        return next;
    }

    private static int mark(byte b) {
        return switch (b) {
            case 0 -> ZERO;
            case '\n' -> FEED;
            case '\r' -> RETURN;
            default -> 0;
        };
    }

    static PhysicalLine decode(byte[] bytes, int start, int end) {
        ByteBuffer slice = ByteBuffer.wrap(bytes, start, end - start);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(slice)
                    .toString();
            return new PhysicalLine(text, text.codePoints().allMatch(LineSplitter::isCharacter), end - start);
        } catch (CharacterCodingException e) {
            return new PhysicalLine(new String(bytes, start, end - start, StandardCharsets.UTF_8), false, end - start);
        }
    }

    /** Code points that Unicode keeps for no character are refused by systemd's check of UTF-8. */
    private static boolean isCharacter(int codePoint) {
        return (codePoint & 0xFFFE) != 0xFFFE && (codePoint < 0xFDD0 || codePoint > 0xFDEF);
    }
}
