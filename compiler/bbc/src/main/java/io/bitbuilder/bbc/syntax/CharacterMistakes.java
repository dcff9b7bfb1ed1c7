package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.Map;

/** Characters outside of the language that stand for one inside: typography, and operators of other languages. */
final class CharacterMistakes {
    private static final String QUOTES = "'\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";
    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_OFFSET = 0xFEE0;

    /** The longest match at a place counts. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("!", "not "),
            Map.entry("\u00A0", " "),
            Map.entry("\u2009", " "),
            Map.entry("\u202F", " "),
            Map.entry("\u3000", " "),
            Map.entry("\u2192", "->"),
            Map.entry("\u2013>", "->"),
            Map.entry("\u2014>", "->"),
            Map.entry("\u2013", "-"),
            Map.entry("\u2212", "-"),
            Map.entry("\u2026", ".."),
            Map.entry("\u2264", "<="),
            Map.entry("\u2265", ">="),
            Map.entry("\u2260", "!="));

    private CharacterMistakes() {}

    /** Returns whether the character is a quote of people, or of other languages. */
    static boolean isQuote(String character) {
        return character.length() == 1 && QUOTES.contains(character);
    }

    /** Returns the finding for a character, or for a string in other quotes. */
    static Finding finding(Span span) {
        String first = Character.toString(span.file().text().codePointAt(span.start()));
        Finding finding = Finding.of(Code.UNEXPECTED_CHARACTER, span, "unexpected character `" + first + "`")
                .why("characters other than letters, digits and the language's operators are allowed "
                        + "in strings and comments only");
        if (isQuote(first)) {
            String inner = span.text().length() > 1
                    ? span.text().substring(1, span.text().length() - 1)
                    : "";
            boolean plain = span.text().length() > 1 && inner.chars().noneMatch(c -> "\"\\{".indexOf(c) >= 0);
            return plain
                    ? finding.fix(Fix.certain("write `\"" + inner + "\"`", new TextEdit(span, '"' + inner + '"')))
                    : finding.fix("write strings in double quotes, `\"name\"`");
        }
        String text = span.file().text();
        for (int length = 2; length > 0; length--) {
            int end = span.start() + length;
            String meant = end <= text.length() ? meant(text.substring(span.start(), end)) : "";
            if (!meant.isEmpty()) {
                Span whole = new Span(span.file(), span.start(), end);
                String shown = meant.isBlank() ? "a space" : "`" + meant.strip() + "`";
                return finding.fix(Fix.certain("write " + shown, new TextEdit(whole, meant)));
            }
        }
        return finding.fix(hint(first));
    }

    private static String meant(String text) {
        boolean wide = text.length() == 1 && text.charAt(0) >= WIDE_FIRST && text.charAt(0) <= WIDE_LAST;
        return wide ? Character.toString(text.charAt(0) - WIDE_OFFSET) : MEANT.getOrDefault(text, "");
    }

    private static String hint(String character) {
        return switch (character) {
            case "%" -> "a percentage is one token, `90%`; there is no remainder operator";
            case "&" -> "write `and`";
            case "|" -> "write `or`";
            case "$" -> "write an expression in a string in braces, `\"{name}\"`";
            default -> "delete it, or write it in a string";
        };
    }
}
