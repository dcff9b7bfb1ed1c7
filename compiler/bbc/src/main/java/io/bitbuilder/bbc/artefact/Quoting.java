package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Quotes words of unit files and splits them again (systemd.syntax(7), "Quoting"): whitespace separates, quotes group,
 * a backslash escapes. A word of plain characters is written unquoted, any other in double quotes.
 */
final class Quoting {
    private Quoting() {}

    /** Returns one word in which specifiers are expanded; with {@code dollar} variables are too, as in Exec lines. */
    static String word(String meant, boolean dollar) {
        SafeText.require(meant);
        if (!meant.isEmpty() && CharacterClass.ARGUMENT.holdAll(meant, 0, meant.length())) {
            return meant;
        }
        return quoted(meant, dollar);
    }

    /** Returns the same, always in quotes. */
    static String quoted(String meant, boolean dollar) {
        SafeText.require(meant);
        String escaped = meant.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
        return '"' + (dollar ? escaped.replace("$", "$$") : escaped) + '"';
    }

    /** Returns the words of a line without quotes and escapes; an open quote or a lone backslash is a fault. */
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\') {
                if (++at == line.length()) {
                    throw new InternalFault("a line ends inside an escape: " + line);
                }
                word.append(line.charAt(at));
                open = true;
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                open = true;
            } else if (quote == 0 && (c == ' ' || c == '\t')) {
                if (open) {
                    words.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (quote != 0) {
            throw new InternalFault("a line ends inside quotes: " + line);
        }
        if (open) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    /** Undoubles {@code %} and {@code $}; a single one would be expanded, which bbc never intends. */
    static String single(String word, boolean dollar) {
        String percent = halve(word, '%');
        return dollar ? halve(percent, '$') : percent;
    }

    private static String halve(String word, char sign) {
        String pair = "" + sign + sign;
        String rest = word.replace(pair, "");
        if (rest.indexOf(sign) >= 0) {
            throw new InternalFault("'" + word + "' contains an unpaired " + sign);
        }
        return word.replace(pair, String.valueOf(sign));
    }
}
