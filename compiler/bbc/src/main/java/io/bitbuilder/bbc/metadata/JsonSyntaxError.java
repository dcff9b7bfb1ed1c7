package io.bitbuilder.bbc.metadata;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.regex.Pattern;

/** Explains why a string is not JSON, from the place where parsing stopped, without Jackson's messages. */
final class JsonSyntaxError {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final String SEPARATE = "put a comma between two values, and `:` after a key";

    private static final String WHY = "metadata.json is strict JSON (RFC 8259), without extensions";

    private JsonSyntaxError() {}

    /** Returns the finding for a string that ends too early. */
    static Finding ends(SourceFile file) {
        int last = file.text().stripTrailing().length();
        return of(
                file,
                last,
                last,
                "invalid JSON: unexpected end of file inside a value",
                "close every string, list and object");
    }

    /** Returns the finding for a string that is not JSON at that offset. */
    static Finding finding(SourceFile file, int at) {
        String text = file.text();
        if (at < text.length() && text.charAt(at) < ' ') {
            return sign(file, at);
        }
        Span word = word(file, at);
        int start = word.start();
        int end = word.end();
        if (start > 0 && text.charAt(start - 1) == '\\') {
            return of(
                    file,
                    start - 1,
                    end,
                    "invalid JSON: unknown escape sequence",
                    "write `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, or `\\u` and four "
                            + "hexadecimal digits");
        }
        if (start < end) {
            return unexpected(file, word);
        }
        if (text.substring(at).isBlank()) {
            return ends(file);
        }
        return sign(file, at);
    }

    /** Returns the word around an offset; empty if there is none. */
    static Span word(SourceFile file, int at) {
        String text = file.text();
        int start = at;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return new Span(file, start, end);
    }

    /** A valid number is reported by Jackson for what follows it, or is itself where a comma or colon is missing. */
    private static Finding unexpected(SourceFile file, Span span) {
        String word = span.text();
        if (NUMBER.matcher(word).matches()) {
            String before = file.text().substring(0, span.start()).stripTrailing();
            boolean begins = before.isEmpty() || "[:,".indexOf(before.charAt(before.length() - 1)) >= 0;
            if (!begins) {
                return of(file, span.start(), span.end(), "invalid JSON: unexpected `" + word + "`", SEPARATE);
            }
            if (span.end() < file.text().length()) {
                return sign(file, span.end());
            }
        }
        boolean number = "+-.0123456789".indexOf(word.charAt(0)) >= 0;
        String fix = number
                ? "write an integer in decimal digits, without sign and leading zeros"
                : "put keys and strings in double quotes; the only bare words are `true`, `false` and `null`";
        return of(file, span.start(), span.end(), "invalid JSON: unexpected `" + word + "`", fix);
    }

    private static Finding sign(SourceFile file, int at) {
        String text = file.text();
        boolean second = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        if (second) {
            return sign(file, at - 1);
        }
        char found = text.charAt(at);
        String unexpected = "unexpected `" + Character.toString(text.codePointAt(at)) + "`";
        return switch (found) {
            case '/', '#' -> at(file, at, "comments are not allowed", "delete the comment");
            case '\'' -> at(file, at, "single quotes are not allowed", "put strings and keys in double quotes");
            case '\n', '\r', '\t' ->
                at(file, at, "line break or tab in a string", "close the string on its line, or write `\\n` and `\\t`");
            case '}', ']' ->
                file.text().substring(0, at).stripTrailing().endsWith(",")
                        ? at(file, at, "trailing comma before `" + found + "`", "delete the comma")
                        : at(file, at, unexpected, "delete it, or add the missing value before it");
            case '"', '{', '[' -> at(file, at, unexpected, SEPARATE);
            case ':' -> at(file, at, unexpected, "write `:` only after a key in double quotes");
            default -> at(file, at, unexpected, "put keys and strings in double quotes");
        };
    }

    private static Finding at(SourceFile file, int at, String problem, String fix) {
        int end = at + Character.charCount(file.text().codePointAt(at));
        return of(file, at, end, "invalid JSON: " + problem, fix);
    }

    private static Finding of(SourceFile file, int start, int end, String message, String fix) {
        return Finding.of(Code.INVALID_JSON, new Span(file, start, end), message)
                .why(WHY)
                .fix(fix);
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '+'
                || c == '-'
                || c == '.'
                || c == '_';
    }
}
