package io.bitbuilder.bbc.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Decodes multi-line strings and escape sequences. */
final class StringLiterals {
    private StringLiterals() {}

    /**
     * Returns the string between quotes of that length, without an empty first line, a blank last line and the
     * indentation that all other lines share.
     */
    static String multiLine(String token, int quotes) {
        int end = token.length() >= 2 * quotes ? token.length() - quotes : token.length();
        String inner = token.substring(Math.min(quotes, end), end).replace("\r\n", "\n");
        if (inner.indexOf('\n') < 0) {
            return inner;
        }
        List<String> lines = new ArrayList<>(List.of(inner.split("\n", -1)));
        if (lines.getLast().isBlank()) {
            lines.removeLast();
        }
        boolean opensAlone = lines.getFirst().isBlank();
        int indent = lines.stream()
                .skip(1)
                .filter(l -> !l.isBlank())
                .mapToInt(StringLiterals::indentation)
                .min()
                .orElse(0);
        StringBuilder out = new StringBuilder(opensAlone ? "" : lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i > 1 || !opensAlone) {
                out.append('\n');
            }
            out.append(line.substring(Math.min(indent, line.length())));
        }
        return out.toString();
    }

    private static int indentation(String line) {
        int n = 0;
        while (n < line.length() && (line.charAt(n) == ' ' || line.charAt(n) == '\t')) {
            n++;
        }
        return n;
    }

    /** Returns the character of an escape sequence; empty if it is unknown. */
    static OptionalInt escape(String token) {
        return switch (token.charAt(1)) {
            case 'n' -> OptionalInt.of('\n');
            case 't' -> OptionalInt.of('\t');
            case '"' -> OptionalInt.of('"');
            case '\\' -> OptionalInt.of('\\');
            case '{' -> OptionalInt.of('{');
            case 'u' -> codePoint(token);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt codePoint(String token) {
        int digits = token.length() - 4;
        if (digits < 1 || digits > 6) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(token.substring(3, token.length() - 1), 16));
    }
}
