package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.SourceFile;
import io.bitbuilder.bbc.source.Span;

/** Says in our own words why a text is no JSON, from the place where reading stopped. */
final class NotJson {
    private static final String WHY = "metadata.json is JSON as RFC 8259 has it, without any of its dialects";

    private NotJson() {}

    /** The finding for a text that ends too early. */
    static Finding ends(SourceFile file) {
        int last = file.text().stripTrailing().length();
        return of(file, last, last, "the file ends in the middle of a value", "close every text, list and object");
    }

    /** The finding for a text that is no JSON around that offset. */
    static Finding finding(SourceFile file, int at) {
        String text = file.text();
        if (at < text.length() && text.charAt(at) < ' ') {
            return sign(file, at);
        }
        int start = at;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        if (start > 0 && text.charAt(start - 1) == '\\') {
            return of(file, start - 1, end, "this is no escape of JSON", "write `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, or `\\u` and four hexadecimal digits");
        }
        if (start < end) {
            return word(file, start, end);
        }
        if (text.substring(at).isBlank()) {
            return ends(file);
        }
        return sign(file, at);
    }

    private static Finding word(SourceFile file, int start, int end) {
        String word = file.text().substring(start, end);
        boolean number = "+-.0123456789".indexOf(word.charAt(0)) >= 0;
        String fix = number
                ? "write a whole number in decimal digits, without sign and without leading zeros"
                : "put keys and texts between `\"` and `\"`; the only bare words are `true`, `false` and `null`";
        return of(file, start, end, "`" + word + "` does not stand in JSON like this", fix);
    }

    private static Finding sign(SourceFile file, int at) {
        char found = file.text().charAt(at);
        return switch (found) {
            case '/', '#' -> of(file, at, at + 1, "a comment stands in JSON", "delete it; JSON has no comments");
            case '\'' -> of(file, at, at + 1, "`'` does not quote in JSON", "put texts and keys between `\"` and `\"`");
            case '\n', '\r', '\t' -> of(file, at, at + 1, "a text holds a raw line break or tab", "close the text on its line; in a text they are written `\\n` and `\\t`");
            case '}', ']' -> file.text().substring(0, at).stripTrailing().endsWith(",")
                    ? of(file, at, at + 1, "a comma stands before this `" + found + "`", "delete the comma")
                    : of(file, at, at + 1, "`" + found + "` closes nothing here", "delete it, or write what is missing before it");
            case '"', '{', '[' -> of(file, at, at + 1, "`" + found + "` does not stand here", "put a comma between two values, and `:` behind a key");
            default -> of(file, at, at + 1, "`" + found + "` does not stand here", "put keys and texts between `\"` and `\"`");
        };
    }

    private static Finding of(SourceFile file, int start, int end, String message, String fix) {
        return Finding.of(Code.JSN001, new Span(file, start, end), message).why(WHY).fix(fix);
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' || c == '_';
    }
}
