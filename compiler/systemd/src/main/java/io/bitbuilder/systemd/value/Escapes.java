package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Escapes as C has them, and {@code \s} for a blank (systemd.syntax(7), table of escapes). None may make a zero byte.
 */
public final class Escapes {
    private static final String LETTERS = "abfnrtv\\\"'s";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\\"' ";

    private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?:x00|000|u0000|U00000000)");

    private Escapes() {}

    /**
     * One escape.
     *
     * @param bytes the bytes that it encodes
     * @param length characters after the backslash
     */
    record Escape(byte[] bytes, int length) {}

    /** Returns the escape sequence whose characters after the backslash begin at that offset. */
    static Optional<Escape> read(String text, int at) {
        if (at >= text.length()) {
            return Optional.empty();
        }
        char c = text.charAt(at);
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            return Optional.of(new Escape(new byte[] {(byte) MEANINGS.charAt(letter)}, 1));
        }
        return switch (c) {
            case 'x' ->
                number(text, at + 1, 2, 16).filter(n -> n > 0).map(n -> new Escape(new byte[] {(byte) (long) n}, 3));
            case 'u' ->
                number(text, at + 1, 4, 16)
                        .filter(n -> n > 0 && (n < 0xD800 || n > 0xDFFF))
                        .map(n -> character(n, 5));
            case 'U' ->
                number(text, at + 1, 8, 16)
                        .filter(n -> n > 0 && n <= Character.MAX_CODE_POINT && Utf8Text.isCharacter((int) (long) n))
                        .map(n -> character(n, 9));
            default ->
                number(text, at, 3, 8)
                        .filter(n -> n > 0 && n < 256)
                        .map(n -> new Escape(new byte[] {(byte) (long) n}, 3));
        };
    }

    /**
     * Returns the string with its escape sequences decoded; an invalid one is an error, or kept as it is where relaxed.
     */
    public static Parsed<String> undo(String text, boolean relaxed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int next = text.offsetByCodePoints(at, 1);
            if (text.charAt(at) != '\\') {
                out.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
                at = next;
                continue;
            }
            Optional<Escape> escape = read(text, at + 1);
            if (escape.isEmpty() && !relaxed) {
                return Parsed.bad("invalid escape sequence");
            }
            out.writeBytes(escape.map(Escape::bytes).orElse(new byte[] {'\\'}));
            at += 1 + escape.map(Escape::length).orElse(0);
        }
        return Parsed.good(Utf8Text.decode(out.toByteArray()));
    }

    /** Decodes a string in which escape sequences of zero bytes are valid too; each counts as one byte. */
    public static Parsed<String> undoWithZeros(String text) {
        return undo(ZERO.matcher(text).replaceAll("$1\\\\x01"), false);
    }

    /** Returns whether every escape sequence of the string is valid, including those of zero bytes. */
    public static boolean areSound(String text) {
        return undoWithZeros(text) instanceof Parsed.Good;
    }

    private static Escape character(long codePoint, int length) {
        return new Escape(Character.toString((int) codePoint).getBytes(StandardCharsets.UTF_8), length);
    }

    private static Optional<Long> number(String text, int at, int digits, int radix) {
        if (at + digits > text.length()) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = NumberPrefix.digit(text.charAt(i), radix);
            if (digit < 0) {
                return Optional.empty();
            }
            value = value * radix + digit;
        }
        return Optional.of(value);
    }
}
