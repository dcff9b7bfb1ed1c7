package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.Keywords;
import io.bitbuilder.core.source.UnicodeRules;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and strings as a program writes them, in printable ASCII: the only way of foreign text into a program. */
public final class Lexical {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:-+[A-Za-z0-9_]+)*");

    /** Words that are not names in a program. */
    private static final Set<String> RESERVED = Set.copyOf(Keywords.reserved());

    private Lexical() {}

    /** Returns whether a program can write the string as a name. */
    public static boolean isName(String text) {
        return IDENTIFIER.matcher(text).matches() && !RESERVED.contains(text);
    }

    /** Returns whether a string of a program can have that value: all characters are visible, in normal form C. */
    public static boolean isText(String text) {
        return text.codePoints().noneMatch(UnicodeRules::isForbidden)
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** Returns the string in quotes; characters other than printable ASCII are escaped. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\' || c == '{') {
                out.append('\\');
            }
            append(out, c);
        });
        return out.append('"').toString();
    }

    /** Returns the string for a comment: on one line, in printable ASCII, other characters as in a string. */
    public static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\n' || c == '\t') {
            out.append(c == '\n' ? "\\n" : "\\t");
        } else if (c >= ' ' && c < 0x7f) {
            out.appendCodePoint(c);
        } else {
            out.append("\\u{")
                    .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                    .append('}');
        }
    }
}
