package io.bitbuilder.systemd.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings from escapes like {@code \xff}, which may encode bytes that are not UTF-8. */
public final class Utf8Text {
    /** A byte that belongs to no UTF-8 sequence is this plus its value: a lone surrogate, which no file can hold. */
    private static final int STRAY = 0xDC00;

    private Utf8Text() {}

    /**
     * Returns the decoded bytes; if they are not UTF-8, a string of the same length in bytes for which {@link #isValid}
     * is false.
     */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            StringBuilder text = new StringBuilder();
            for (byte b : bytes) {
                text.append((char) (b >= 0 ? b : STRAY + (b & 0xff)));
            }
            return text.toString();
        }
    }

    /** Returns whether all of it is UTF-8 of assigned characters: no surrogates, no noncharacters of Unicode. */
    public static boolean isValid(String text) {
        return text.codePoints().allMatch(Utf8Text::isCharacter);
    }

    static boolean isCharacter(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && (codePoint < 0xD800 || codePoint > 0xDFFF)
                && (codePoint < 0xFDD0 || codePoint > 0xFDEF)
                && (codePoint & 0xFFFE) != 0xFFFE;
    }

    /** Returns the number of bytes. */
    public static int length(String text) {
        return text.codePoints()
                .map(c -> c < 0x80 || c >= STRAY && c < STRAY + 0x100 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }

    /** Returns whether every character is ASCII. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
